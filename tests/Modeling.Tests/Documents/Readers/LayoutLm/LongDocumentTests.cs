using AspireMl.Modeling.Documents.Readers.LayoutLm;

namespace AspireMl.Modeling.Tests.Documents.Readers.LayoutLm;

public sealed class LongDocumentTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(399)]
    [InlineData(700)]
    [InlineData(1500)]
    [InlineData(2999)]
    public void An_answer_is_found_wherever_it_stands_on_a_page_of_3000_words(int position)
    {
        using var model = new TestModel("w");
        var words = Enumerable.Repeat("w", 3000).ToArray();
        words[position] = "ANSWER";

        var reading = model.Read(TestDocument.Of([.. words.Chunk(30).Select(line => string.Join(' ', line))]));

        Assert.Equal("ANSWER", reading.Answer);
        Assert.Equal(40f * (position / 30), Assert.Single(reading.Evidence).Box.Y);
        Assert.InRange(reading.Confidence, 0.99, 1);
    }

    [Fact]
    public void An_answer_of_full_length_is_found_across_every_border_between_windows()
    {
        using var model = new TestModel("w", "FIRST", "LAST")
            .Logits("FIRST", 10, -10).Logits("LAST", -10, 10)
            .Setting("window", 32).Setting("overlap", 8).Setting("maxAnswerTokens", 4).Setting("maxQuestionTokens", 4);
        using var reader = model.Reader();

        for (var position = 0; position < 96; position++)
        {
            var words = Enumerable.Repeat("w", 100).ToArray();
            (words[position], words[position + 3]) = ("FIRST", "LAST");

            Assert.Equal("FIRST w w LAST", reader.Read(TestDocument.Of(string.Join(' ', words)), "w w w").Answer);
        }
    }

    [Fact]
    public void A_token_that_two_windows_share_counts_once()
    {
        // 40 tokens that all score alike: each of 40 single tokens, and of the spans between, has the same share.
        using var model = new TestModel("w", "ANSWER")
            .Setting("window", 32).Setting("overlap", 8).Setting("maxAnswerTokens", 1).Setting("maxQuestionTokens", 4).Setting("noAnswerThreshold", 100);
        using var reader = model.Reader();
        var words = Enumerable.Repeat("ANSWER", 40);

        var reading = reader.Read(TestDocument.Of([string.Join(' ', words)]), "w");

        Assert.Equal(1 / 40d, reading.Confidence, 1e-6);
        Assert.Equal(0, reading.Features["confidence_lead"], 1e-6);
    }

    [Fact]
    public void The_best_of_all_pages_is_the_answer_and_names_its_page()
    {
        using var model = new TestModel("weak").Logits("weak", 5, 5);

        var reading = model.Read(TestDocument.Pages(["a weak page"], [], ["here is ANSWER"], ["weak again"]));

        Assert.Equal("ANSWER", reading.Answer);
        Assert.Equal(3, Assert.Single(reading.Evidence).Page);
    }

    [Fact]
    public void Windows_own_each_token_exactly_once()
    {
        foreach (var (tokens, capacity, overlap) in new[] { (1, 10, 4), (10, 10, 4), (11, 10, 4), (16, 10, 4), (17, 10, 5), (1000, 37, 9) })
        {
            var windows = PageWindow.Cut(tokens, capacity, overlap).ToArray();

            Assert.Equal(Enumerable.Range(0, tokens), windows.SelectMany(w => Enumerable.Range(w.First + w.OwnedFrom, w.OwnedTo - w.OwnedFrom)));
            Assert.All(windows, window => Assert.InRange(window.Count, 1, capacity));
            Assert.All(windows[..^1], window => Assert.True(window.Count - window.OwnedTo >= overlap / 2));
        }

        Assert.Empty(PageWindow.Cut(0, 10, 4));
    }
}
