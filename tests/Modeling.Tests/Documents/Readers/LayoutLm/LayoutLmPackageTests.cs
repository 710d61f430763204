using AspireMl.Modeling.Documents.Readers;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Modeling.Onnx;

namespace AspireMl.Modeling.Tests.Documents.Readers.LayoutLm;

public sealed class LayoutLmPackageTests
{
    [Theory]
    [InlineData("window", "many", "the setting window must be a number from 16 to 4096")]
    [InlineData("window", "NaN", "the setting window must be a number")]
    [InlineData("temperature", "0", "the setting temperature must be a number from 0.01 to 100")]
    [InlineData("temperature", "NaN", "the setting temperature must be a number")]
    [InlineData("overlap", "64", "overlap must be at least twice maxAnswerTokens")]
    [InlineData("window", "256", "must have room for maxQuestionTokens")]
    [InlineData("vocabulary", "words.json", "The package has no file words.json.")]
    public void A_setting_that_does_not_fit_is_named(string name, string value, string sentence)
    {
        using var model = new TestModel().Setting(name, value);

        Assert.Contains(sentence, RefusalException(model), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vocab.json", "[1]")]
    [InlineData("vocab.json", "{\"<s>\":0,\"<pad>\":1,\"</s>\":2}")]
    [InlineData("merges.txt", "one\n")]
    [InlineData("merges.txt", "one two three\n")]
    [InlineData("merges.txt", "Ġ 日\n")]
    public void A_vocabulary_or_merges_that_do_not_fit_are_refused(string file, string content)
    {
        using var model = new TestModel();

        Assert.Contains("vocabulary", RefusalException(model, files => files[file] = System.Text.Encoding.UTF8.GetBytes(content)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_vocabulary_without_the_special_tokens_is_refused()
    {
        using var model = new TestModel();
        var vocabulary = System.Text.Encoding.UTF8.GetString(model.Vocabulary.Json).Replace("\\u003Cpad\\u003E", "other", StringComparison.Ordinal);

        Assert.Equal("The vocabulary has no token <pad>.", RefusalException(model, files => files["vocab.json"] = System.Text.Encoding.UTF8.GetBytes(vocabulary)));
    }

    [Fact]
    public void A_graph_of_another_signature_is_refused()
    {
        using var model = new TestModel();
        var graph = new GraphBuilder("other")
            .Input<long>("input_ids", -1, -1).Input<float>("audio", -1).Output<float>("start_logits", -1, -1)
            .Node("Cast", ["input_ids"], ["start_logits"], GraphAttributes.OfInt("to", 1))
            .ToBytes();

        var refusal = RefusalException(model, files => files["model.onnx"] = graph);

        Assert.Contains("needs attention_mask as int64[1, -1]", refusal, StringComparison.Ordinal);
        Assert.Contains("needs end_logits as float32[1, -1]", refusal, StringComparison.Ordinal);
        Assert.Contains("has no input audio", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("needs input_ids", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_window_longer_than_a_fixed_graph_is_refused()
    {
        using var model = new TestModel { Length = 300 };

        Assert.Contains("window must be at most 300", RefusalException(model), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sample_with_another_answer_is_refused()
    {
        using var model = new TestModel { Sample = new("what", TestDocument.Of("it is ANSWER"), "42") };

        Assert.Equal("The sample question of test-layoutlmv3 1.0.0 was answered with 'ANSWER' instead of '42'.", RefusalException(model));
    }

    [Fact]
    public void A_sample_may_have_no_answer()
    {
        using var model = new TestModel { Sample = new("what", TestDocument.Of("nothing here"), null) };
        using var reader = model.Reader();

        Assert.Equal("test-layoutlmv3", reader.Card.Name);
    }

    [Theory]
    [InlineData("{\"question\":\"what\"}", "sample.json lacks document, answer.")]
    [InlineData("{\"question\":\"what\",\"answer\":null,\"document\":{\"pages\":3}}", "sample.json holds at $.document.pages something")]
    [InlineData("{\"question\":\" \",\"answer\":null,\"document\":{\"pages\":[]}}", "The sample question could not be answered")]
    [InlineData("{\"question\":\"what\",\"answer\":null,\"document\":{\"pages\":[null]}}", "sample.json holds a page, line or word that is null")]
    public void A_sample_that_is_none_is_refused(string json, string sentence)
    {
        using var model = new TestModel();

        Assert.Contains(sentence, RefusalException(model, files => files["sample.json"] = System.Text.Encoding.UTF8.GetBytes(json)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_graph_whose_logits_are_not_numbers_is_refused_at_the_sample()
    {
        using var model = new TestModel().Logits("ANSWER", float.NaN, 0);

        Assert.Contains("gave a logit that is not a number", RefusalException(model), StringComparison.Ordinal);
    }

    [Fact]
    public void A_graph_that_fails_at_the_sample_is_refused()
    {
        using var model = new TestModel
        {
            Head = graph => graph
                .Initializer("far", [1], [1L << 40])
                .Node("Gather", ["start_of_token", "far"], ["start_logits"], GraphAttributes.OfInt("axis", 1))
                .Node("Identity", ["end_of_token"], ["end_logits"]),
        };

        Assert.Contains("The sample question could not be answered", RefusalException(model), StringComparison.Ordinal);
    }

    static string RefusalException(TestModel model, Action<Dictionary<string, ReadOnlyMemory<byte>>>? edit = null)
    {
        var package = model.Package(edit);
        return Assert.Throws<ModelPackageException>(() => DocumentReaders.Open(package)).Message;
    }
}
