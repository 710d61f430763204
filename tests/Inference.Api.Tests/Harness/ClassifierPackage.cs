using System.Text.Json;
using AspireMl.Contracts.Models;
using AspireMl.Inference.Api.Models;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Modeling.Onnx;
using AspireMl.Modeling.Tabular;

namespace AspireMl.Inference.Api.Tests.Harness;

/// <summary>A package that sorts by weight: the log-odds of heavy are the weight.</summary>
static class ClassifierPackage
{
    public static InstalledPackage Write()
    {
        var folder = Path.Combine(Directory.CreateTempSubdirectory("aspireml-sorter-").FullName, "sorter");
        var graph = new GraphBuilder("sorter")
            .Input<float>(TabularModel.Input, -1, 1)
            .Output<float>(TabularModel.Output, -1, 2)
            .Initializer("coefficients", [1, 2], [0f, 1])
            .Node("MatMul", [TabularModel.Input, "coefficients"], ["sums"])
            .Node("Softmax", ["sums"], [TabularModel.Output])
            .ToBytes();
        var card = FakeModels.Card("sorter", "1.0.0", ModelTasks.TabularClassification) with
        {
            Architecture = "linear",
            Sample = "sample.json",
            Features = ["weight"],
            Tabular = new()
            {
                Target = new("sort", Labels: ["light", "heavy"]),
                Features = [new() { Name = "weight", Kind = FeatureKinds.Numeric }],
                Link = TabularLinks.Softmax,
            },
        };
        var package = ModelPackageWriter.Write(folder, card, new Dictionary<string, ReadOnlyMemory<byte>>
        {
            ["model.onnx"] = graph,
            ["sample.json"] = JsonSerializer.SerializeToUtf8Bytes(new TabularSample([0], [0.5f, 0.5f]), JsonSerializerOptions.Web),
        });
        return new(folder, package.Card);
    }
}
