using System.Text.Json.Nodes;
using AspireMl.Contracts.Models;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Modeling.Onnx;

namespace AspireMl.Modeling.Tests.ModelPackages;

/// <summary>A small package in a folder of its own, removed at the end.</summary>
sealed class TestPackage : IDisposable
{
    readonly string _root = Directory.CreateTempSubdirectory("aspireml-package-").FullName;

    public string Folder => Path.Combine(_root, "package");

    public static ModelCard Card => new()
    {
        Name = "doubler",
        Version = "1.0.0",
        Task = ModelTasks.TabularRegression,
        Description = "Doubles a number.",
        License = "Apache-2.0",
        Architecture = "doubler",
        Files = new Dictionary<string, string>(),
        Graph = "graph.onnx",
        Inputs = [],
        Outputs = [],
        Settings = new Dictionary<string, string> { ["unit"] = "kg", ["bias"] = "0" },
        Metrics = new Dictionary<string, IReadOnlyDictionary<string, double>>
        {
            ["held-out"] = new Dictionary<string, double> { ["rmse"] = 0.1, ["mae"] = 1e-7 },
        },
    };

    public static byte[] Graph { get; } = new GraphBuilder("doubler")
        .Input<float>("x", -1, 1)
        .Output<float>("y", -1, 1)
        .Initializer("two", [], [2f])
        .Node("Mul", ["x", "two"], ["y"])
        .ToBytes();

    public static Dictionary<string, ReadOnlyMemory<byte>> Files => new()
    {
        ["graph.onnx"] = Graph,
        ["words/list.txt"] = "one\ntwo\n"u8.ToArray(),
    };

    public string At(string file) => Path.Combine(_root, file);

    public TestPackage Write(ModelCard? card = null, Dictionary<string, ReadOnlyMemory<byte>>? files = null)
    {
        ModelPackageWriter.Write(Folder, card ?? Card, files ?? Files);
        return this;
    }

    /// <summary>Rewrites the card as a person with an editor would.</summary>
    public TestPackage EditCard(Action<JsonObject> edit)
    {
        var path = Path.Combine(Folder, "model.json");
        var card = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        edit(card);
        File.WriteAllText(path, card.ToJsonString());
        return this;
    }

    public ModelPackageException RefusalException(PackageLimits? limits = null) =>
        Assert.Throws<ModelPackageException>(() => ModelPackage.Open(Folder, limits));

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
