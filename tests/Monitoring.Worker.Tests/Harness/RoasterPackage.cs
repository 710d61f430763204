using AspireMl.Contracts.Models;
using AspireMl.Modeling.Tabular;

namespace AspireMl.Monitoring.Worker.Tests.Harness;

/// <summary>A package whose model knows how quality follows from readings, all but the noise.</summary>
static class RoasterPackage
{
    /// <summary>Puts the package into the object store and makes it champion.</summary>
    public static Task InstallAsync(IServiceProvider services, IReadOnlyList<FeatureCard> features, string version)
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
        return ChampionPackage.InstallAsync(services, card, new Dictionary<string, ReadOnlyMemory<byte>>
        {
            ["model.onnx"] = graph.ToOnnx("roast"),
            ["sample.json"] = """{"row":[200,10,1],"outputs":[370]}"""u8.ToArray(),
        });
    }
}
