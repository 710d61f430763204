using AspireMl.Contracts.ImageDatasets;
using AspireMl.Contracts.Training;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Retraining.Worker.Images.Runs;

namespace AspireMl.Retraining.Worker.Flows;

/// <summary>Reads flows, with their paths made absolute, and says what is wrong with them before anything is done.</summary>
internal static class FlowRules
{
    /// <summary>Reads a flow.</summary>
    /// <exception cref="InvalidDataException">It cannot be done; a sentence.</exception>
    public static FlowFile Read(string path)
    {
        var flow = YamlObject.Read<FlowFile>(path);
        var root = Path.GetDirectoryName(Path.GetFullPath(path)) ?? "";
        flow = flow with
        {
            Dataset = flow.Dataset with { Folder = Full(flow.Dataset.Folder), Archive = Full(flow.Dataset.Archive) },
            Backbone = flow.Backbone with { Folder = Full(flow.Backbone.Folder) },
            Reports = Full(flow.Reports),
        };
        return Defect(flow) is { } defect ? throw new InvalidDataException($"{path}: {defect}") : flow;

        string? Full(string? given) => given is null ? null : Path.GetFullPath(Path.Combine(root, given));
    }

    /// <summary>The request for the run of a flow.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="version">The version of its dataset.</param>
    /// <param name="backbone">Name and version of its backbone.</param>
    public static RetrainRequest ToRequest(FlowFile flow, ImageDatasetVersion version, (string? Model, string? Version) backbone) => new()
    {
        Reason = "A flow was run.",
        Seed = flow.Seed,
        Image = new()
        {
            Dataset = version.Dataset,
            DatasetVersion = version.Number,
            Backbone = backbone.Model,
            BackboneVersion = backbone.Version,
            Training = flow.Training,
            Checks = flow.Checks,
            Promote = flow.Promote,
            Watch = flow.Monitor is not null,
        },
    };

    static string? Defect(FlowFile flow) => flow switch
    {
        _ when !ModelName.IsValid(flow.Model) => $"model must be {ModelName.Rule}.",
        _ when !ModelName.IsValid(flow.Dataset.Name ?? flow.Model) => $"dataset.name must be {ModelName.Rule}.",
        { Dataset: { Folder: not null, Archive: not null } } => "dataset has a folder and an archive; give one of them.",
        { Dataset: { Version: not null, Folder: not null } or { Version: not null, Archive: not null } } => "dataset has a version and files to import; give one of them.",
        { Dataset.Folder: { } folder } when !Directory.Exists(folder) => $"dataset.folder: there is no folder {folder}.",
        { Dataset.Archive: { } archive } when !File.Exists(archive) => $"dataset.archive: there is no file {archive}.",
        { Dataset.Mode: { } mode } when !ImageImportModes.All.Contains(mode) => $"dataset.mode is one of {string.Join(", ", ImageImportModes.All)}.",
        { Backbone: { Folder: not null, Model: not null } } => "backbone has a folder and a model; give one of them.",
        { Backbone.Folder: { } package } when !Directory.Exists(package) => $"backbone.folder: there is no folder {package}.",
        { Monitor.Service: { } service } when !Uri.TryCreate(service, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") => "monitor.service is an address such as http://localhost:5081.",
        _ => ImageRunRequests.DefectOf(new() { Training = flow.Training, Checks = flow.Checks }),
    };
}
