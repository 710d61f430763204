using System.Text.Json.Nodes;
using AspireMl.Modeling.ModelPackages;

namespace AspireMl.Modeling.Tests.ModelPackages;

public sealed class ModelPackageTests : IDisposable
{
    readonly TestPackage _package = new();

    public void Dispose() => _package.Dispose();

    [Fact]
    public void A_package_opens_and_its_graph_runs()
    {
        var package = ModelPackage.Open(_package.Write().Folder);
        using var session = package.OpenGraph();

        Assert.Equal("doubler", package.Card.Name);
        Assert.Equal("kg", package.Card.Settings["unit"]);
        Assert.Equal(1e-7, package.Card.Metrics["held-out"]["mae"]);
        Assert.Equal(["x"], session.InputNames);
        Assert.Equal("one\ntwo\n", File.ReadAllText(package.PathOf("words/list.txt")));
    }

    [Fact]
    public void Fields_that_are_not_known_are_passed_over()
    {
        _package.Write().EditCard(card => card["futureField"] = new JsonObject { ["a"] = 1 });

        Assert.Equal("1.0.0", ModelPackage.Open(_package.Folder).Card.Version);
    }

    [Fact]
    public void Fields_that_need_not_be_there_are_empty_when_they_are_not()
    {
        _package.Write().EditCard(card => { card.Remove("settings"); card.Remove("features"); card.Remove("metrics"); });

        var card = ModelPackage.Open(_package.Folder).Card;

        Assert.Empty(card.Settings);
        Assert.Empty(card.Features);
        Assert.Empty(card.Metrics);
    }

    [Fact]
    public void Missing_fields_are_named_all_at_once()
    {
        _package.Write().EditCard(card => { card.Remove("version"); card.Remove("license"); });

        Assert.Equal("model.json lacks version, license.", _package.RefusalException().Message);
    }

    [Theory]
    [InlineData("name", "\"Big Model\"", "name must be")]
    [InlineData("name", "null", "$.name")]
    [InlineData("version", "\"latest\"", "semantic version")]
    [InlineData("task", "\"poetry\"", "task must be one of document-question")]
    [InlineData("graph", "\"other.onnx\"", "graph names 'other.onnx', which is not among files")]
    [InlineData("sample", "\"sample.json\"", "sample names 'sample.json', which is not among files")]
    [InlineData("inputs", "\"x\"", "$.inputs")]
    [InlineData("inputs", "[]", "inputs is empty")]
    [InlineData("inputs", "[null]", "type or shape")]
    [InlineData("inputs", "[{\"name\":\"x\",\"type\":\"float33\",\"shape\":[1]}]", "type or shape of 'x'")]
    [InlineData("inputs", "[{\"name\":\"x\",\"type\":\"float32\"}]", "$.inputs[0]")]
    [InlineData("settings", "{\"a\":null}", "must not hold null")]
    [InlineData("files", "{\"graph.onnx\":\"abc\"}", "hash of graph.onnx is not a SHA-256")]
    [InlineData("files", "{\"graph.onnx\":null}", "hash of graph.onnx is not a SHA-256")]
    public void A_field_that_is_wrong_is_named(string field, string value, string sentence)
    {
        _package.Write().EditCard(card => card[field] = JsonNode.Parse(value));

        Assert.Contains(sentence, _package.RefusalException().Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../secret")]
    [InlineData("/etc/passwd")]
    [InlineData("a/../../secret")]
    [InlineData("a\\b")]
    [InlineData("C:x")]
    [InlineData(".hidden")]
    [InlineData("a//b")]
    [InlineData("graph.onnx\n")]
    [InlineData("")]
    [InlineData("model.json")]
    public void A_path_that_leads_elsewhere_is_refused(string path)
    {
        _package.Write().EditCard(card => card["files"]![path] = new string('0', 64));

        Assert.Contains("which is not allowed: a file's name has", _package.RefusalException().Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"name\": \"dou")]
    [InlineData("weights")]
    public void A_card_that_is_not_json_is_refused(string text)
    {
        File.WriteAllText(Path.Combine(_package.Write().Folder, "model.json"), text);

        Assert.Contains("model.json is not JSON", _package.RefusalException().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_that_is_json_but_no_object_is_refused()
    {
        File.WriteAllText(Path.Combine(_package.Write().Folder, "model.json"), "[1]");

        Assert.Equal("model.json does not hold a JSON object.", _package.RefusalException().Message);
    }

    [Fact]
    public void A_card_of_two_megabytes_is_not_read()
    {
        File.WriteAllText(Path.Combine(_package.Write().Folder, "model.json"), new string(' ', 2 << 20));

        Assert.Contains("at most 1048576 are read", _package.RefusalException().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named() =>
        Assert.Contains("There is no folder", _package.RefusalException().Message, StringComparison.Ordinal);

    [Fact]
    public void A_folder_without_a_card_is_refused()
    {
        Directory.CreateDirectory(_package.Folder);

        Assert.Equal("The package has no model.json.", _package.RefusalException().Message);
    }

    [Fact]
    public void A_file_that_the_card_does_not_name_has_no_path() =>
        Assert.Equal(
            "The package has no file other.bin.",
            Assert.Throws<ModelPackageException>(() => ModelPackage.Open(_package.Write().Folder).PathOf("other.bin")).Message);
}
