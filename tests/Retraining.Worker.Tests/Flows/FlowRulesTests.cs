using AspireMl.Contracts.ImageDatasets;
using AspireMl.Contracts.Training;
using AspireMl.Retraining.Worker.Flows;
using AspireMl.Testing;

namespace AspireMl.Retraining.Worker.Tests.Flows;

public sealed class FlowRulesTests : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aspireml-flow-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Everything_that_a_flow_says_is_read_with_paths_beside_the_file()
    {
        _folder.CreateSubdirectory("birds");
        _folder.CreateSubdirectory("backbone");
        var flow = Read(
            """
            # A comment.
            model: garden-birds
            dataset: {name: birds, folder: birds, mode: add}
            backbone:
              folder: ./backbone
            seed: 7
            training: {views: 4, flip: false, shift: 0.05, penalties: [1, 0.01], iterations: 50}
            checks: {leastTraining: 5, leaks: 0}
            promote: false
            reports: out
            monitor: {service: "http://localhost:5081", window: 24h, minimumRows: 50}
            """);

        Assert.Equal(("garden-birds", "birds", Path.Combine(_folder.FullName, "birds"), ImageImportModes.Add), (flow.Model, flow.Dataset.Name, flow.Dataset.Folder, flow.Dataset.Mode));
        Assert.Equal((Path.Combine(_folder.FullName, "backbone"), Path.Combine(_folder.FullName, "out")), (flow.Backbone.Folder, flow.Reports));
        Assert.Equal((7, false, 4, false, 0.05, 50), (flow.Seed, flow.Promote, flow.Training.Views, flow.Training.Flip, flow.Training.Shift, flow.Training.Iterations));
        Assert.Equal([1, 0.01], flow.Training.Penalties);
        Assert.Equal((5, 0.0, new ImageCheckLimits().Drift), (flow.Checks!.LeastTraining, flow.Checks.Leaks, flow.Checks.Drift));
        Assert.Equal(("24h", "0 0 6 ? * MON", 50), (flow.Monitor!.Window, flow.Monitor.Cron, flow.Monitor.MinimumRows));
    }

    [Theory]
    [InlineData("modell: birds", "line 1: the key modell is not known; known are backbone, checks, dataset, model")]
    [InlineData("model: birds\ndataset:\n  foldr: x", "line 3: the key dataset.foldr is not known; known are archive, folder, mode, name, version.")]
    [InlineData("model: birds\nmonitor: {cron: x}", "the key monitor.service is missing")]
    [InlineData("seed: 1", "the key model is missing")]
    [InlineData("model: birds\nseed: many", "line 2: seed is 'many', which is no whole number.")]
    [InlineData("model: birds\npromote: 1", "promote is '1', which is neither true nor false")]
    [InlineData("model: birds\ntraining: {shift: .nan}", "training.shift is '.nan', which is no number")]
    [InlineData("model: birds\ntraining: [1]", "training does not hold what belongs there")]
    [InlineData("model: [birds", "line")]
    [InlineData("- birds", "must hold one document of keys and values")]
    [InlineData("", "must hold one document of keys and values")]
    [InlineData("model: Big Birds", "model must be at most 64 lower-case letters")]
    [InlineData("model: birds\ndataset: {folder: none}", "dataset.folder: there is no folder")]
    [InlineData("model: birds\ndataset: {archive: none.zip}", "dataset.archive: there is no file")]
    [InlineData("model: birds\ndataset: {folder: a, archive: b}", "a folder and an archive")]
    [InlineData("model: birds\ndataset: {folder: a, version: 1}", "a version and files to import")]
    [InlineData("model: birds\ndataset: {mode: merge}", "dataset.mode is one of replace, add")]
    [InlineData("model: birds\nbackbone: {folder: none}", "backbone.folder: there is no folder")]
    [InlineData("model: birds\nbackbone: {folder: a, model: b}", "a folder and a model")]
    [InlineData("model: birds\nmonitor: {service: 'ftp://x'}", "monitor.service is an address")]
    [InlineData("model: birds\ntraining: {views: 99}", "Views")]
    [InlineData("model: birds\ntraining: {penalties: [1000]}", "Penalties are numbers from")]
    public void What_does_not_belong_in_a_flow_is_named(string yaml, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<InvalidDataException>(() => Read(yaml)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_example_says_what_holds_anyway()
    {
        var flow = YamlObject.Read<FlowFile>(Path.Combine(RepositoryRoot.Path, "Retraining.Worker", "Flows", "example.yaml"));

        Assert.Equal(new ImageCheckLimits(), flow.Checks);
        Assert.Equal(new ImageTrainingSettings().Penalties, flow.Training.Penalties);
        Assert.Equal(new ImageTrainingSettings() with { Penalties = flow.Training.Penalties }, flow.Training);
        Assert.Equal(new FlowMonitor { Service = "http://localhost:5081" }, flow.Monitor);
        Assert.Equal(("objects-10", true), (flow.Backbone.Model, flow.Promote));
    }

    [Fact]
    public void A_missing_or_huge_file_is_named()
    {
        Assert.Contains("There is no file", Assert.Throws<InvalidDataException>(() => FlowRules.Read(Path.Combine(_folder.FullName, "none.yaml"))).Message, StringComparison.Ordinal);
        Assert.Contains("more than 65536 bytes", Assert.Throws<InvalidDataException>(() => Read($"model: birds # {new string('x', 70_000)}")).Message, StringComparison.Ordinal);
    }

    FlowFile Read(string yaml)
    {
        var path = Path.Combine(_folder.FullName, "flow.yaml");
        File.WriteAllText(path, yaml);
        return FlowRules.Read(path);
    }
}
