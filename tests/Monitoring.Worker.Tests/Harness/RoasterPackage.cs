using AspireMl.Contracts.Models;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Modeling.Tabular;
using AspireMl.Storage.Objects;
using AspireMl.Storage.Registry;
using Microsoft.Extensions.DependencyInjection;

namespace AspireMl.Monitoring.Worker.Tests.Harness;

/// <summary>A package whose model knows how quality follows from readings, all but the noise.</summary>
static class RoasterPackage
{
    /// <summary>Puts the package into the object store and makes it champion.</summary>
    public static async Task InstallAsync(IServiceProvider services, IReadOnlyList<FeatureCard> features, string version)
    {
        var folder = Directory.CreateTempSubdirectory("aspireml-package-").FullName;
        try
        {
            var package = Write(folder, features, version);
            using var zip = new MemoryStream();
            package.WriteArchive(zip);
            var key = ObjectKey.Of(zip.ToArray());
            await services.GetRequiredService<IObjectStore>().PutAsync(key, (ReadOnlyMemory<byte>)zip.ToArray(), default);
            var registry = services.GetRequiredService<IModelRegistry>();
            await registry.AddAsync(new(package.Card, key, "tests"), default);
            await registry.MoveAsync(new(Roaster.Model, ModelAliases.Champion, version, "tests", "For tests."), default);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static ModelPackage Write(string folder, IReadOnlyList<FeatureCard> features, string version)
    {
        var graph = new LinearGraph([200, 10, 0.5f], [1, -5, 20], 360);
        var card = new ModelCard
        {
            Name = Roaster.Model,
            Version = version,
            Task = ModelTasks.TabularRegression,
            Description = "For tests.",
            License = "MIT",
            Architecture = "linear",
            Files = new Dictionary<string, string>(),
            Graph = "model.onnx",
            Inputs = [],
            Outputs = [],
            Sample = "sample.json",
            Features = [.. features.Select(feature => feature.Name)],
            Tabular = new() { Target = new("quality"), Features = features },
        };
        return ModelPackageWriter.Write(Path.Combine(folder, "package"), card, new Dictionary<string, ReadOnlyMemory<byte>>
        {
            ["model.onnx"] = graph.ToOnnx("roast"),
            ["sample.json"] = """{"row":[200,10,1],"outputs":[370]}"""u8.ToArray(),
        });
    }
}
