using System.IO.Compression;
using System.Text.Json;
using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Models;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Modeling.Tabular;

namespace AspireMl.Bench.Load;

/// <summary>A model that does next to nothing: it multiplies one number by one.</summary>
internal static class IdleModel
{
    public const string Name = "idle";
    const string Version = "1.0.0";

    public static Uri Path { get; } = new($"/v1/tabular/{Name}/predict", UriKind.Relative);

    /// <summary>A request of one row.</summary>
    public static byte[] Body { get; } = """{"instances":[{"number":1.5}]}"""u8.ToArray();

    /// <summary>Registers it and makes it champion.</summary>
    public static async Task RegisterAsync(HttpClient http)
    {
        var folder = Directory.CreateTempSubdirectory("aspireml-bench-").FullName;
        try
        {
            ModelPackageWriter.Write(System.IO.Path.Combine(folder, Name), Card, new Dictionary<string, ReadOnlyMemory<byte>>
            {
                ["model.onnx"] = new LinearGraph(new float[1], [1], 0).ToOnnx(Name),
                ["sample.json"] = JsonSerializer.SerializeToUtf8Bytes(new TabularSample([1], [1]), JsonSerializerOptions.Web),
            });
            using var zip = new MemoryStream();
            await ZipFile.CreateFromDirectoryAsync(System.IO.Path.Combine(folder, Name), zip);
            zip.Position = 0;
            var registry = new RegistryClient(http, "bench");
            await registry.UploadAsync(zip);
            await registry.MoveAliasAsync(Name, ModelAliases.Champion, Version, "The benchmark asks it.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static ModelCard Card => new()
    {
        Name = Name,
        Version = Version,
        Task = ModelTasks.TabularRegression,
        Description = "Gives back the number that it is given.",
        License = "MIT",
        Architecture = "linear",
        Files = new Dictionary<string, string>(),
        Graph = "model.onnx",
        Inputs = [],
        Outputs = [],
        Sample = "sample.json",
        Features = ["number"],
        Tabular = new()
        {
            Target = new("same"),
            Features = [new() { Name = "number", Kind = FeatureKinds.Numeric, Minimum = 0, Maximum = 10 }],
        },
    };
}
