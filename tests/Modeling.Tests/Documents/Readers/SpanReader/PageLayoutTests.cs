using AspireMl.Modeling.Documents.Readers.SpanReader;

namespace AspireMl.Modeling.Tests.Documents.Readers.SpanReader;

public sealed class PageLayoutTests
{
    [Fact]
    public void Lines_of_one_height_share_a_row_and_know_their_neighbours()
    {
        var layout = PageLayout.Of(Pages.Receipt());
        var value = layout.Lines.Single(line => line.Text == "RM 8.00");

        Assert.Equal("TOTAL", value.Left?.Text);
        Assert.Equal("8.00", value.Above?.Text);
        Assert.Equal(value.Row, value.Left?.Row);
    }

    [Fact]
    public void Pieces_of_one_line_are_joined()
    {
        var layout = PageLayout.Of(Pages.Of(("HALF", 10, 10), ("LINE", 58, 12), ("FAR", 400, 10)));

        Assert.Equal(["HALF LINE", "FAR"], layout.Lines.Select(line => line.Text));
    }

    [Fact]
    public void Punctuation_is_no_left_neighbour()
    {
        var layout = PageLayout.Of(Pages.Of(("TOTAL", 10, 10), (":", 200, 10), ("5.00", 300, 10)));

        Assert.Equal("TOTAL", layout.Lines.Single(line => line.Text == "5.00").Left?.Text);
    }

    [Fact]
    public void The_amounts_of_the_page_are_counted_and_added()
    {
        var amounts = PageLayout.Of(Pages.Of(("10.00", 10, 10), ("0.60", 10, 40), ("10.60", 10, 70), ("10.60", 10, 100))).Amounts;

        Assert.Equal(10.6, amounts.Largest);
        Assert.Equal(2, amounts.CountOf(10.6));
        Assert.Equal(1, amounts.RankOf(10));
        Assert.True(amounts.IsSum(10.6));
        Assert.True(amounts.IsDifference(10));
        Assert.False(amounts.IsSum(0.6));
    }

    [Fact]
    public void An_empty_page_has_no_candidates()
    {
        Assert.Empty(CandidateGenerator.Generate(PageLayout.Of(Pages.Of())));
    }
}
