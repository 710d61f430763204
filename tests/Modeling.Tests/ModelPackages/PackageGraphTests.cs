using System.Security.Cryptography;
using System.Text.Json.Nodes;
using AspireMl.Modeling.ModelPackages;

namespace AspireMl.Modeling.Tests.ModelPackages;

public sealed class PackageGraphTests : IDisposable
{
    readonly TestPackage _package = new TestPackage().Write();

    public void Dispose() => _package.Dispose();

    [Theory]
    [InlineData("inputs", "z", "float32", new[] { -1, 1 }, "graph.onnx has no input z; it has x. graph.onnx has the input x, which model.json does not name.")]
    [InlineData("inputs", "x", "float32", new[] { -1, 2 }, "The input x of graph.onnx is float32[-1, 1], but model.json says float32[-1, 2].")]
    [InlineData("inputs", "x", "float32", new[] { 8, 1 }, "The input x of graph.onnx is float32[-1, 1], but model.json says float32[8, 1].")]
    [InlineData("inputs", "x", "int64", new[] { -1, 1 }, "The input x of graph.onnx is float32[-1, 1], but model.json says int64[-1, 1].")]
    [InlineData("outputs", "y", "float32", new[] { -1 }, "The output y of graph.onnx is float32[-1, 1], but model.json says float32[-1].")]
    public void A_tensor_that_differs_from_the_graph_is_named(string field, string name, string type, int[] shape, string sentence)
    {
        JsonArray sizes = [.. shape.Select(size => (JsonNode)size)];
        _package.EditCard(card => card[field] = new JsonArray(new JsonObject { ["name"] = name, ["type"] = type, ["shape"] = sizes }));

        Assert.Equal(sentence, RefusalException());
    }

    [Fact]
    public void A_truncated_graph_is_refused_by_its_hash_and_then_by_the_runtime()
    {
        var half = TestPackage.Graph[..(TestPackage.Graph.Length / 2)];
        File.WriteAllBytes(Path.Combine(_package.Folder, "graph.onnx"), half);
        Assert.Contains("graph.onnx is not the one", _package.RefusalException().Message, StringComparison.Ordinal);

        _package.EditCard(card => card["files"]!["graph.onnx"] = Convert.ToHexStringLower(SHA256.HashData(half)));
        Assert.StartsWith("graph.onnx is not a graph that ONNX Runtime can load", RefusalException(), StringComparison.Ordinal);
    }

    string RefusalException() => Assert.Throws<ModelPackageException>(() => ModelPackage.Open(_package.Folder).OpenGraph()).Message;
}
