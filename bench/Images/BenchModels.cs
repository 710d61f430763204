using AspireMl.Contracts.Models;
using AspireMl.Modeling.Images;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Testing;

namespace AspireMl.Bench.Images;

/// <summary>A folder of models for the service: the ResNet50, and the reader of documents without which the service is not ready.</summary>
internal sealed class BenchModels : IDisposable
{
    public const string Name = "resnet50-light";
    const string Reader = "span-reader";

    // Any picture that lies in the repository will do: all labels of the graph are equally probable.
    static readonly string Sample = Directory.EnumerateFiles(System.IO.Path.Combine(RepositoryRoot.Path, "docs", "images"), "*.png").Order(StringComparer.Ordinal).First();

    BenchModels(string path) => Path = path;

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>The ResNet50's folder.</summary>
    public string Package => System.IO.Path.Combine(Path, Name);

    public static BenchModels Write(string graph)
    {
        var models = new BenchModels(Directory.CreateTempSubdirectory("bench-models-").FullName);
        var reader = Directory.CreateDirectory(System.IO.Path.Combine(models.Path, Reader)).FullName;
        foreach (var file in Directory.EnumerateFiles(System.IO.Path.Combine(RepositoryRoot.Path, "models", Reader)))
        {
            File.Copy(file, System.IO.Path.Combine(reader, System.IO.Path.GetFileName(file)));
        }

        ModelPackageWriter.Write(models.Package, Card, new Dictionary<string, ReadOnlyMemory<byte>>
        {
            ["model.onnx"] = File.ReadAllBytes(graph),
            ["labels.txt"] = File.ReadAllBytes(System.IO.Path.Combine(RepositoryRoot.Path, "models", "imagenet", "labels.txt")),
            ["sample.png"] = File.ReadAllBytes(Sample),
            ["sample.json"] = new ImageSample("sample.png", "tench").ToBytes(),
        });
        return models;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    static ModelCard Card => new()
    {
        Name = Name,
        Version = "1.0.0",
        Task = ModelTasks.ImageClassification,
        Description = "ResNet50 with constant weights.",
        License = "Apache-2.0",
        Architecture = "resnet50",
        Files = new Dictionary<string, string>(),
        Graph = "model.onnx",
        Inputs = [],
        Outputs = [],
        Sample = "sample.json",
        Image = new()
        {
            Width = 224,
            Height = 224,
            Resize = ImageResizing.Crop,
            ShorterSide = 256,
            Colours = ImageColours.Rgb,
            Mean = [0.485, 0.456, 0.406],
            Deviation = [0.229, 0.224, 0.225],
            Activation = ImageActivations.Softmax,
            LabelsFile = "labels.txt",
            Logits = "r174",
            Maps = "r171",
            Embedding = "r173",
        },
    };
}
