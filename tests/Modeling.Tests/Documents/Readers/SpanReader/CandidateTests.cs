using AspireMl.Modeling.Documents.Readers.SpanReader;

namespace AspireMl.Modeling.Tests.Documents.Readers.SpanReader;

public sealed class CandidateTests
{
    [Theory]
    [InlineData("NORTHWIND TRADERS LTD")]
    [InlineData("12, HIGH STREET, SPRINGFIELD 45600")]
    [InlineData("01234 567890")]
    [InlineData("INV-2024-0017")]
    [InlineData("17/03/2024")]
    [InlineData("RM 8.00")]
    [InlineData("8.00")]
    public void The_candidates_hold_what_a_person_would_point_at(string answer)
    {
        var candidates = CandidateGenerator.Generate(PageLayout.Of(Pages.Receipt()));

        Assert.Contains(candidates, candidate => candidate.Text == answer);
    }

    [Fact]
    public void A_value_glued_to_its_label_is_a_candidate()
    {
        var candidates = CandidateGenerator.Generate(PageLayout.Of(Pages.Of(("TOTAL:RM12.50", 10, 10))));

        Assert.Contains(candidates, candidate => candidate.Text == "12.50");
        Assert.Contains(candidates, candidate => candidate.Text == "RM12.50");
    }

    [Fact]
    public void Evidence_has_one_entry_a_line_inside_the_lines_box()
    {
        var candidate = CandidateGenerator.Generate(PageLayout.Of(Pages.Receipt())).First(c => c.Text == "12, HIGH STREET, SPRINGFIELD 45600");

        var evidence = candidate.Evidence().ToArray();

        Assert.Equal(["12, HIGH STREET,", "SPRINGFIELD 45600"], evidence.Select(e => e.Text));
        Assert.Equal(95, evidence[1].Box.Y);
        Assert.Equal(170, evidence[1].Box.Width);
    }

    [Fact]
    public void Half_a_word_gets_half_of_its_box()
    {
        var candidate = CandidateGenerator.Generate(PageLayout.Of(Pages.Of(("Total:12.50", 100, 10)))).First(c => c.Text == "12.50");

        var box = Assert.Single(candidate.Evidence()).Box;

        Assert.Equal(160, box.X, 0.01f);
        Assert.Equal(50, box.Width, 0.01f);
    }

    [Fact]
    public void A_page_of_3000_words_stays_within_the_bound()
    {
        var lines = Enumerable.Range(0, 300).Select(i => (string.Join(' ', Enumerable.Range(0, 10).Select(j => $"word{i}x{j}")), 10f, 4f * i)).ToArray();

        var candidates = CandidateGenerator.Generate(PageLayout.Of(Pages.Of(lines)));

        Assert.InRange(candidates.Length, 3000, CandidateGenerator.MostCandidates + 1000);
    }

    [Fact]
    public void No_candidate_stands_twice_or_is_empty()
    {
        var candidates = CandidateGenerator.Generate(PageLayout.Of(Pages.Receipt()));

        Assert.Equal(candidates.Length, candidates.Select(c => (c.First.Index, c.Start, c.Last.Index, c.End)).Distinct().Count());
        Assert.DoesNotContain(candidates, candidate => string.IsNullOrWhiteSpace(candidate.Text));
    }
}
