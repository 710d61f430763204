using AspireMl.Contracts.Models;
using AspireMl.Storage.Objects;
using AspireMl.Storage.Registry;

namespace AspireMl.Storage.Tests.Registry;

static class SampleVersions
{
    public static RegisteredVersion Create(string version, string model = "kiln", string task = ModelTasks.TabularRegression, string content = "") => new(
        new()
        {
            Name = model,
            Version = version,
            Task = task,
            Description = "For tests.",
            License = "MIT",
            Architecture = "tree-ensemble",
            Files = new Dictionary<string, string> { ["model.onnx"] = new('a', 64), ["sample.json"] = new('b', 64) },
            Graph = "model.onnx",
            Inputs = [new("input", "float32", [-1, 1])],
            Outputs = [new("output", "float32", [-1, 1])],
            Features = ["t_data_1_1"],
            Tabular = new()
            {
                Target = new("quality", "points"),
                Features = [new() { Name = "t_data_1_1", Kind = FeatureKinds.Numeric, Minimum = -1e-7, Maximum = 0.1 + 0.2, Strict = true }],
            },
            Metrics = new Dictionary<string, IReadOnlyDictionary<string, double>> { ["held-out"] = new Dictionary<string, double> { ["rmse"] = 1.0 / 3 } },
            Sample = "sample.json",
        },
        ObjectKey.Of(System.Text.Encoding.UTF8.GetBytes($"{model} {version} {content}")),
        "mia");
}
