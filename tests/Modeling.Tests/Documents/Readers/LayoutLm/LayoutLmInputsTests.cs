using AspireMl.Contracts.Documents;
using AspireMl.Modeling.Documents.Readers.LayoutLm;
using AspireMl.Modeling.Onnx;

namespace AspireMl.Modeling.Tests.Documents.Readers.LayoutLm;

public sealed class LayoutLmInputsTests
{
    [Theory]
    [InlineData(0, "far")]
    [InlineData(1, "low")]
    [InlineData(2, "wide")]
    [InlineData(3, "tall")]
    public void Boxes_reach_the_graph_from_0_to_1000(int side, string answer)
    {
        // The start logit is one side of the box: the word that has most of it wins.
        using var model = new TestModel
        {
            Sample = new("q", TestDocument.Of("only"), "only"),
            Head = graph => graph
                .Initializer("side", [], [(long)side])
                .Node("Gather", ["bbox", "side"], ["side_long"], GraphAttributes.OfInt("axis", 2))
                .Node("Cast", ["side_long"], ["start_logits"], GraphAttributes.OfInt("to", 1))
                .Node("Identity", ["end_of_token"], ["end_logits"]),
        };
        OcrWord[] words =
        [
            new("far", new(1500, 0, 10, 10)), new("low", new(0, 3000, 10, 10)), new("wide", new(100, 0, 1900, 10)),
            new("tall", new(0, 100, 10, 3900)), new("beyond", new(-50, -50, 10, 10)),
        ];

        using var reader = model.Setting("maxAnswerTokens", 1).Setting("noAnswerThreshold", 100).Reader();
        var reading = reader.Read(new([new(1, 2000, 4000, [new("", 1, default, words)])]), "q");

        Assert.Equal(answer, reading.Answer);
    }

    [Fact]
    public void Every_token_of_a_word_has_the_words_box_and_the_question_has_none()
    {
        using var model = new TestModel("what");
        var tokenizer = LayoutLmTokenizer.Open(model.Package());
        using var pixels = new PixelValues();
        pixels.Fill([]);
        var page = new PageTokens(TestDocument.Of("ANSWER", "é").Pages[0], tokenizer);

        using var inputs = new WindowInputs(tokenizer.Question("what", 10), page, new(0, page.Count, 0, page.Count), tokenizer, 12, pixels);
        var values = inputs.Tensors.Take(3).Select(tensor => tensor.GetTensorDataAsSpan<long>().ToArray()).ToArray();

        var (start, end, pad) = (0L, 2L, 1L);
        var bytes = Gpt2.ByteCharacters.ToList();
        long[] accented = [.. new[] { "Ġ", "Ã", "©" }.Select(character => bytes.IndexOf(character) + 4L)];
        Assert.Equal([start, model.Vocabulary["what"], end, end, model.Vocabulary["ANSWER"], .. accented, end, pad, pad, pad], values[0]);
        Assert.Equal([1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0], values[1]);
        long[] none = [0, 0, 0, 0], answer = [0, 0, 30, 5], accent = [0, 10, 5, 15];
        Assert.Equal([.. none, .. none, .. none, .. none, .. answer, .. accent, .. accent, .. accent, .. none, .. none, .. none, .. none], values[2]);
    }

    [Fact]
    public void Pictures_are_three_planes_from_minus_one_to_one()
    {
        using var pixels = new PixelValues();
        var picture = new byte[224 * 224 * 3];
        (picture[0], picture[1], picture[2], picture[^1]) = (255, 51, 0, 102);

        pixels.Fill(picture);

        const int plane = 224 * 224;
        var values = pixels.Values.Span;
        Assert.Equal([1f, -0.6f, -1f, -1f, -0.2f], [values[0], values[plane], values[2 * plane], values[1], values[^1]], (a, b) => MathF.Abs(a - b) < 1e-6f);
        pixels.Fill([]);
        Assert.Equal(0, pixels.Values.Span[0]);
        Assert.Throws<ArgumentException>(() =>
        {
            using var others = new PixelValues();
            others.Fill(new byte[10]);
        });
    }

    [Theory]
    [InlineData(255, "bright")]
    [InlineData(0, "dark")]
    public void The_picture_of_the_page_reaches_the_graph(byte grey, string answer)
    {
        using var model = new TestModel("bright", "dark") { Head = ByBrightness, Sample = new("q", TestDocument.Of("ANSWER"), "ANSWER") };
        model.Logits("bright", 20, 20).Logits("dark", -20, 20);
        var document = TestDocument.Of("bright", "dark") with { Thumbnails = [.. Enumerable.Repeat(Enumerable.Repeat(grey, 224 * 224 * 3).ToArray(), 1)] };

        Assert.Equal(answer, model.Setting("maxAnswerTokens", 1).Setting("noAnswerThreshold", 100).Read(document).Answer);

        static GraphBuilder ByBrightness(GraphBuilder graph) => graph
            .Node("ReduceMean", ["pixel_values"], ["brightness"], GraphAttributes.Ints("axes", 1, 2, 3), GraphAttributes.OfInt("keepdims", 0))
            .Node("Mul", ["start_of_token", "brightness"], ["start_logits"])
            .Node("Identity", ["end_of_token"], ["end_logits"]);
    }

    [Fact]
    public void A_graph_of_fixed_length_gets_padded_runs()
    {
        using var model = new TestModel { Length = 64 };
        model.Setting("window", 64).Setting("overlap", 8).Setting("maxAnswerTokens", 4).Setting("maxQuestionTokens", 16);

        Assert.Equal("ANSWER", model.Read(TestDocument.Of("short ANSWER", new string('x', 200))).Answer);
    }

    [Fact]
    public void Logits_of_the_pictures_patches_are_left_out()
    {
        using var model = new TestModel { Head = WithPatches };

        Assert.Equal("ANSWER", model.Read(TestDocument.Of("the ANSWER")).Answer);

        static GraphBuilder WithPatches(GraphBuilder graph) => graph
            .Initializer("patches", [1, 197], [.. Enumerable.Repeat(99f, 197)])
            .Node("Concat", ["start_of_token", "patches"], ["start_logits"], GraphAttributes.OfInt("axis", 1))
            .Node("Concat", ["end_of_token", "patches"], ["end_logits"], GraphAttributes.OfInt("axis", 1));
    }
}
