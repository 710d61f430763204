using AspireMl.Contracts.ImageDatasets;
using AspireMl.Contracts.Models;
using AspireMl.Contracts.Training;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Retraining.Worker.ImageDatasets.Import;
using AspireMl.Retraining.Worker.Runs.Work;
using AspireMl.Storage.ImageDatasets;
using AspireMl.Storage.Runs;

namespace AspireMl.Retraining.Worker.Flows;

/// <summary>The stages of a flow. Each may be repeated: the same images are the same version, the same package is registered once.</summary>
internal sealed class FlowStages(
    ImageImporter importer, IImageDatasetStore datasets, IModelGateway models, RunStarter starter, IRunStore runs, RegisteredPackages packages)
{
    const string Actor = "flow";
    static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(250);

    // A worker hears of it when it says that it is still there.
    static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    /// <summary>Imports the images of a flow, or finds the version that it names.</summary>
    /// <exception cref="InvalidDataException">There are none; a sentence.</exception>
    public async Task<ImageDatasetVersion> ImportAsync(FlowFile flow, Action<string> say, CancellationToken cancellation)
    {
        var name = flow.Dataset.Name ?? flow.Model;
        var request = new ImportRequest(name, Actor, "A flow was run.", flow.Dataset.Mode ?? ImageImportModes.Replace);
        if (flow.Dataset is { Folder: null, Archive: null })
        {
            return await datasets.FindAsync(name, flow.Dataset.Version, cancellation)
                ?? throw new InvalidDataException($"There is no image dataset {name}{(flow.Dataset.Version is { } number ? $" with a version {number}" : "")}; name a folder or an archive to import.");
        }

        var import = flow.Dataset.Folder is { } folder
            ? await importer.ImportFolderAsync(folder, request, cancellation)
            : await ImportArchiveAsync(flow.Dataset.Archive ?? "", request, cancellation);
        say($"{name} version {import.Version.Number}{(import.IsNew ? "" : ", which was there already")}: {import.Version.Counts.Sum(count => count.Images):N0} images of {import.Version.Counts.Select(count => count.Label).Distinct().Count()} classes");
        foreach (var file in import.Listed.Take(5))
        {
            say($"  left out {file.Path}: {file.Reason}");
        }

        return import.Version;
    }

    /// <summary>Registers the backbone of a flow where it is a folder.</summary>
    /// <returns>Its name and version, as far as the flow says them.</returns>
    /// <exception cref="ModelPackageException">The folder is no package for image classification.</exception>
    public async Task<(string? Model, string? Version)> RegisterBackboneAsync(FlowFile flow, CancellationToken cancellation)
    {
        if (flow.Backbone.Folder is not { } folder)
        {
            return (flow.Backbone.Model, flow.Backbone.Version);
        }

        var package = ModelPackage.Open(folder);
        using var archive = new MemoryStream();
        package.WriteArchive(archive);
        await models.RegisterAsync(archive.ToArray(), cancellation);
        return (package.Card.Name, package.Card.Version);
    }

    /// <summary>Asks for a run and follows it to its end.</summary>
    /// <exception cref="InvalidDataException">It cannot be asked for, or broke off; a sentence.</exception>
    public async Task<TrainingRun> TrainAsync(string model, RetrainRequest request, Action<string> say, CancellationToken cancellation)
    {
        var (runId, isNew) = await starter.StartAsync(model, request, cancellation);
        if (!isNew)
        {
            throw new InvalidDataException($"A run of {model} is under way: {runId}. Wait for it or cancel it.");
        }

        try
        {
            return await FollowAsync(runId, say, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Whoever stops the flow does not want its run to go on elsewhere.
            await CancelAsync(runId);
            throw;
        }
    }

    /// <summary>Makes the version of the newest run the champion.</summary>
    /// <returns>The version.</returns>
    /// <exception cref="InvalidDataException">There is none; a sentence.</exception>
    public async Task<string> DeployAsync(string model, CancellationToken cancellation)
    {
        var chosen = await NewestAsync(model, cancellation);
        if (await packages.FindChampionAsync(model, cancellation) != chosen)
        {
            await models.MoveAliasAsync(new(model, ModelAliases.Champion, chosen, Actor, "It was deployed by a flow."), cancellation);
        }

        return chosen;
    }

    /// <summary>The version that the newest finished run made which made one.</summary>
    /// <exception cref="InvalidDataException">There is none; a sentence.</exception>
    public async Task<string> NewestAsync(string model, CancellationToken cancellation) =>
        (await runs.ListAsync(new() { Model = model }, cancellation)).Items.FirstOrDefault(run => run is { Status: RunStatuses.Finished, RetrainedVersion: not null })?.RetrainedVersion
            ?? throw new InvalidDataException($"No run of {model} has made a version yet; train one first.");

    async Task CancelAsync(Guid runId)
    {
        await runs.CancelAsync(runId, CancellationToken.None);
        using var patience = new CancellationTokenSource(LongestWait);
        while (!patience.IsCancellationRequested && await runs.FindAsync(runId, CancellationToken.None) is { Status: RunStatuses.Queued or RunStatuses.Running })
        {
            await Task.Delay(LookAgain, CancellationToken.None);
        }
    }

    async Task<ImageImport> ImportArchiveAsync(string path, ImportRequest request, CancellationToken cancellation)
    {
        await using var archive = File.OpenRead(path);
        return await importer.ImportZipAsync(archive, request, cancellation);
    }

    async Task<TrainingRun> FollowAsync(Guid runId, Action<string> say, CancellationToken cancellation)
    {
        string? said = null;
        while (await runs.FindAsync(runId, cancellation) is { } run)
        {
            switch (run.Status)
            {
                case RunStatuses.Finished:
                    return run;
                case RunStatuses.Failed or RunStatuses.Cancelled:
                    throw new InvalidDataException($"The run {runId} is {run.Status}: {run.Message}");
            }

            if (run.Step is { } step && step != said)
            {
                say($"{run.Progress,4:P0} {said = step}");
            }

            await Task.Delay(LookAgain, cancellation);
        }

        throw new InvalidDataException($"The run {runId} is gone.");
    }
}
