using AspireMl.Contracts.Documents;
using AspireMl.Modeling.Onnx;

namespace AspireMl.Modeling.Tests.Documents.Readers.LayoutLm;

public sealed class LayoutLmReaderTests
{
    [Fact]
    public void The_answer_is_the_span_with_the_highest_logits()
    {
        using var model = new TestModel("FIRST", "LAST").Logits("FIRST", 10, 0).Logits("LAST", 0, 10);

        var reading = model.Read(TestDocument.Of("paid to FIRST National LAST today"));

        Assert.Equal("FIRST National LAST", reading.Answer);
        Assert.Equal([new Evidence(1, "FIRST National LAST", new Box(80, 0, 190, 20))], reading.Evidence);
        Assert.InRange(reading.Confidence, 0.99, 1);
    }

    [Fact]
    public void An_answer_over_two_lines_has_one_entry_of_evidence_a_line()
    {
        using var model = new TestModel("FIRST", "LAST").Logits("FIRST", 10, 0).Logits("LAST", 0, 10);

        var reading = model.Read(TestDocument.Of("to FIRST a", "b LAST c"));

        Assert.Equal("FIRST a b LAST", reading.Answer);
        Assert.Equal(
            [new Evidence(1, "FIRST a", new Box(30, 0, 70, 20)), new Evidence(1, "b LAST", new Box(0, 40, 60, 20))],
            reading.Evidence);
    }

    [Fact]
    public void A_word_is_taken_whole_when_the_span_ends_within_it()
    {
        // "xANSWER" is no token of the vocabulary, so its bytes are tokens of their own; the best is among them.
        using var model = new TestModel { Head = PrefersByte };

        Assert.Equal("a-Z-b", model.Read(TestDocument.Of("one a-Z-b two")).Answer);

        static GraphBuilder PrefersByte(GraphBuilder graph)
        {
            var token = Gpt2.ByteCharacters.ToList().IndexOf("Z") + 4L;
            return graph
                .Initializer("z", [], [token])
                .Initializer("ten", [], [10f])
                .Node("Equal", ["input_ids", "z"], ["is_z"])
                .Node("Cast", ["is_z"], ["z_float"], GraphAttributes.OfInt("to", 1))
                .Node("Mul", ["z_float", "ten"], ["bonus"])
                .Node("Add", ["start_of_token", "bonus"], ["start_logits"])
                .Node("Add", ["end_of_token", "bonus"], ["end_logits"]);
        }
    }

    [Fact]
    public void An_end_before_the_start_is_never_an_answer()
    {
        using var model = new TestModel("FIRST", "LAST").Logits("FIRST", 10, 4).Logits("LAST", 3, 10);

        // LAST … FIRST would score 20; what remains is each alone, at 13 and 14.
        Assert.Equal("FIRST", model.Read(TestDocument.Of("LAST then FIRST")).Answer);
    }

    [Fact]
    public void An_answer_is_no_longer_than_allowed()
    {
        using var model = new TestModel("FIRST", "LAST", "a").Logits("FIRST", 10, 1).Logits("LAST", 0, 10).Setting("maxAnswerTokens", 3);

        Assert.Equal("FIRST a LAST", model.Read(TestDocument.Of("FIRST a LAST")).Answer);
        Assert.Equal("FIRST", model.Read(TestDocument.Of("FIRST a a LAST")).Answer);
    }

    [Fact]
    public void The_words_of_the_question_are_never_the_answer()
    {
        using var model = new TestModel("hint").Logits("hint", 1, 1);

        Assert.Equal("hint", model.Read(TestDocument.Of("take the hint"), "where is the ANSWER").Answer);
    }

    [Fact]
    public void Nothing_is_answered_when_the_start_token_wins()
    {
        using var model = new TestModel();

        var reading = model.Read(TestDocument.Of("nothing of interest"));

        Assert.Null(reading.Answer);
        Assert.Equal(0, reading.Confidence);
        Assert.Empty(reading.Evidence);
        Assert.InRange(reading.Features["confidence_lead"], 0, 0.01);
    }

    [Fact]
    public void A_threshold_can_ask_for_an_answer_all_the_same()
    {
        using var model = new TestModel().Setting("noAnswerThreshold", 100);

        Assert.NotNull(model.Read(TestDocument.Of("nothing of interest")).Answer);
    }

    [Fact]
    public void A_blank_page_has_no_answer()
    {
        using var model = new TestModel();
        using var reader = model.Reader();

        Assert.Null(reader.Read(new([new(1, 100, 100, [])]), "what").Answer);
        Assert.Null(reader.Read(new([new(1, 100, 100, [new(" ", 1, default, [new(" ", default), new("", default)])])]), "what").Answer);
    }

    [Fact]
    public void A_question_longer_than_the_window_is_cut()
    {
        using var model = new TestModel().Setting("window", 64).Setting("overlap", 8).Setting("maxAnswerTokens", 4).Setting("maxQuestionTokens", 40);

        Assert.Equal("ANSWER", model.Read(TestDocument.Of("the ANSWER here"), new string('q', 500)).Answer);
    }

    [Fact]
    public void An_empty_question_is_an_error() =>
        Assert.Throws<ArgumentException>(() =>
        {
            using var model = new TestModel();
            model.Read(TestDocument.Of("text"), "  ");
        });

    [Theory]
    [InlineData("naïve")]
    [InlineData("Straße")]
    [InlineData("👋🌍")]
    [InlineData("日本語")]
    [InlineData("\ud83d")]
    public void Accents_and_emoji_are_answered_as_they_stand(string word)
    {
        // Whatever the tokens of the word, the answer lies between the words beside it.
        using var model = new TestModel("FIRST", "LAST").Logits("FIRST", 10, 0).Logits("LAST", 0, 10);

        Assert.Equal($"FIRST {word} LAST", model.Read(TestDocument.Of($"é FIRST {word} LAST 👋"), "où est-ce 👋 ?").Answer);
    }

    [Fact]
    public void Features_tell_start_end_and_lead()
    {
        // Logits 10 for ANSWER, 9 for RIVAL: the spans score 20, 19 (two mixed ones, of which one runs backwards) and 18.
        using var model = new TestModel("RIVAL").Logits("RIVAL", 9, 9);

        var reading = model.Read(TestDocument.Of("ANSWER RIVAL"));

        var (own, mixed, rival) = (1.0, Math.Exp(-1), Math.Exp(-2));
        var all = own + mixed + rival;
        Assert.Equal(own / all, reading.Confidence, 1e-6);
        Assert.Equal((own + mixed) / all, reading.Features["start_confidence"], 1e-6);
        Assert.Equal(own / all, reading.Features["end_confidence"], 1e-6);
        Assert.Equal((own - mixed) / all, reading.Features["confidence_lead"], 1e-6);
    }

    [Fact]
    public void A_temperature_softens_the_confidence()
    {
        using var model = new TestModel("RIVAL").Logits("RIVAL", 9, 9).Setting("temperature", 2);

        var expected = 1 / (1 + Math.Exp(-0.5) + Math.Exp(-1));
        Assert.Equal(expected, model.Read(TestDocument.Of("ANSWER RIVAL")).Confidence, 1e-5);
    }

    [Fact]
    public async Task Many_threads_read_with_one_reader()
    {
        using var model = new TestModel();
        using var reader = model.Reader();

        var readings = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Task.Run(() =>
            reader.Read(TestDocument.Of([.. Enumerable.Repeat("some words before", i), "then ANSWER"]), "what"))));

        Assert.All(readings, (reading, i) => Assert.Equal(40f * i, Assert.Single(reading.Evidence).Box.Y));
    }

    [Fact]
    public void A_cancelled_reading_stops()
    {
        using var model = new TestModel();
        using var reader = model.Reader();

        Assert.ThrowsAny<OperationCanceledException>(() => reader.Read(TestDocument.Of("text"), "what", new(canceled: true)));
    }
}
