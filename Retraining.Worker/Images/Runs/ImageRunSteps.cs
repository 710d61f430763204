using AspireMl.Contracts.Training;
using AspireMl.Retraining.Worker.Images.Monitors;
using AspireMl.Retraining.Worker.Runs;
using AspireMl.Retraining.Worker.Runs.Engine;
using AspireMl.Retraining.Worker.Runs.Work;
using AspireMl.Storage.ImageDatasets;
using Microsoft.Extensions.Options;

namespace AspireMl.Retraining.Worker.Images.Runs;

/// <summary>Does a run of an image classifier: reads the images, the backbone and the champion, trains, registers, promotes. It may be done again after it was cut off anywhere.</summary>
internal sealed class ImageRunSteps(
    IImageDatasetStore datasets, RegisteredPackages packages, ImageRunEngine engine, RunRegistration registration, EmbeddingMonitors monitors, IOptions<RunOptions> options)
{
    /// <summary>Does it.</summary>
    /// <exception cref="InvalidDataException">The images or the request cannot be used; a sentence.</exception>
    public async Task<RunOutcome> RunAsync(TrainingRun run, ImageRunRequest request, IRunObserver observer, CancellationToken cancellation)
    {
        var name = request.Dataset ?? run.Model;
        var version = await datasets.FindAsync(name, request.DatasetVersion, cancellation)
            ?? throw new InvalidDataException($"The image dataset {name} has no version {request.DatasetVersion}.");
        var championVersion = await packages.FindRivalAsync(run, cancellation);
        using var backbone = await OpenAsync(request.Backbone ?? run.Model, request.BackboneVersion, cancellation);
        var isBackbone = (backbone.Card.Name, backbone.Card.Version) == (run.Model, championVersion);
        using var other = championVersion is null || isBackbone ? null : await OpenAsync(run.Model, championVersion, cancellation);
        var input = new ImageRunInput(run.Model, version, request, run.Request.Seed ?? options.Value.Seed, backbone, isBackbone ? backbone : other);
        var bootstrap = new Statistics.Regression.BootstrapOptions { Resamples = options.Value.Resamples, Confidence = options.Value.Confidence };
        var result = await Task.Run(() => engine.RunAsync(input, bootstrap, observer.Report, cancellation), cancellation);
        await registration.RegisterAsync(run, result, championVersion, cancellation);
        // The version answers already: what watches it is no longer given up.
        return result.Outcome.Decision == RunDecisions.Promoted && request.Watch && await monitors.EnsureAsync(run.Model, CancellationToken.None) is { } unwatched
            ? result.Outcome with { Reason = $"{result.Outcome.Reason} {unwatched}" }
            : result.Outcome;
    }

    async Task<ImageBackbone> OpenAsync(string model, string? version, CancellationToken cancellation)
    {
        var chosen = version ?? await packages.FindChampionAsync(model, cancellation) ?? throw new InvalidDataException($"The model {model} has no champion that could see images.");
        await using var archive = await packages.OpenAsync(model, chosen, cancellation);
        return ImageBackbone.Open(archive);
    }
}
