using AspireMl.Contracts.Models;
using AspireMl.Modeling.Documents.Ocr;
using AspireMl.Modeling.Documents.Readers;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Modeling.Onnx;

namespace AspireMl.Modeling.Tests.Documents.Readers.LayoutLm;

/// <summary>
/// A package with the signature of a LayoutLMv3 whose logits come from a table: one for each token. Without other words
/// the answer starts and ends at <c>ANSWER</c>.
/// </summary>
sealed class TestModel : IDisposable
{
    public const float Background = -10;
    public const float NoAnswer = -8;

    readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("aspireml-layoutlm-").FullName, "package");
    readonly float[] _start, _end;
    readonly Dictionary<string, string> _settings = [];

    public TestModel(params IEnumerable<string> words)
    {
        Vocabulary = new(["ANSWER", .. words]);
        _start = [.. Enumerable.Repeat(Background, Vocabulary.Count)];
        _end = [.. _start];
        _start[Vocabulary["<s>"]] = _end[Vocabulary["<s>"]] = NoAnswer / 2;
        Logits("ANSWER", 10, 10);
    }

    public TestVocabulary Vocabulary { get; }

    /// <summary>Tokens of every run when fixed, else -1.</summary>
    public long Length { get; init; } = -1;

    /// <summary>The sample of the package.</summary>
    public DocumentSample Sample { get; init; } = new("what", TestDocument.Of("it is ANSWER indeed"), "ANSWER");

    /// <summary>Changes the graph, whose tables' values are <c>start_of_token</c> and <c>end_of_token</c>.</summary>
    public Func<GraphBuilder, GraphBuilder> Head { get; init; } = graph =>
        graph.Node("Identity", ["start_of_token"], ["start_logits"]).Node("Identity", ["end_of_token"], ["end_logits"]);

    public TestModel Logits(string word, float start, float end)
    {
        _start[Vocabulary[word]] = start;
        _end[Vocabulary[word]] = end;
        return this;
    }

    public TestModel Setting(string name, object value)
    {
        _settings[name] = FormattableString.Invariant($"{value}");
        return this;
    }

    public ModelPackage Package(Action<Dictionary<string, ReadOnlyMemory<byte>>>? edit = null)
    {
        var graph = new GraphBuilder("layoutlmv3")
            .Input<long>("input_ids", -1, Length)
            .Input<long>("attention_mask", -1, Length)
            .Input<long>("bbox", -1, Length, 4)
            .Input<float>("pixel_values", -1, 3, 224, 224)
            .Output<float>("start_logits", -1, -1)
            .Output<float>("end_logits", -1, -1)
            .Initializer("start_table", [_start.Length], _start)
            .Initializer("end_table", [_end.Length], _end)
            .Node("Gather", ["start_table", "input_ids"], ["start_of_token"])
            .Node("Gather", ["end_table", "input_ids"], ["end_of_token"]);
        var files = new Dictionary<string, ReadOnlyMemory<byte>>
        {
            ["model.onnx"] = Head(graph).ToBytes(),
            ["vocab.json"] = Vocabulary.Json,
            ["merges.txt"] = Vocabulary.Merges,
            ["sample.json"] = Sample.ToBytes(),
        };
        edit?.Invoke(files);
        return ModelPackageWriter.Write(_folder, Card, files);
    }

    public IDocumentReader Reader() => DocumentReaders.Open(Package());

    /// <summary>Opens the package, asks once, and closes it.</summary>
    public DocumentReading Read(OcrDocument document, string question = "what is it")
    {
        using var reader = Reader();
        return reader.Read(document, question);
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    ModelCard Card => new()
    {
        Name = "test-layoutlmv3",
        Version = "1.0.0",
        Task = ModelTasks.DocumentQuestion,
        Description = "Answers by a table.",
        License = "Apache-2.0",
        Architecture = "layoutlmv3",
        Files = new Dictionary<string, string>(),
        Graph = "model.onnx",
        Inputs = [],
        Outputs = [],
        Settings = _settings,
        Sample = "sample.json",
    };
}
