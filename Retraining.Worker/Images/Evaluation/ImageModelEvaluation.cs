using AspireMl.Contracts.ImageDatasets;
using AspireMl.Contracts.Training;
using AspireMl.Modeling.Decoding;
using AspireMl.Retraining.Worker.Images.Checks;
using AspireMl.Retraining.Worker.Images.Training;
using AspireMl.Retraining.Worker.Runs.Work;
using AspireMl.Storage.ImageDatasets;
using AspireMl.Storage.Objects;

namespace AspireMl.Retraining.Worker.Images.Evaluation;

/// <summary>Measures registered versions of image classifiers on the images of a dataset.</summary>
internal sealed class ImageModelEvaluation(
    IImageDatasetStore datasets, RegisteredPackages packages, ImageCheckReports checks, ImageDecoder decoder, IObjectStore objects)
{
    /// <summary>Measures one.</summary>
    /// <param name="model">The model.</param>
    /// <param name="version">Its version; the champion when null.</param>
    /// <param name="dataset">The dataset; the one of the model's name when null.</param>
    /// <param name="number">The dataset's version; the newest when null.</param>
    /// <param name="split">One of <see cref="ImageSplits"/>.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="InvalidDataException">Something that is named is not there; a sentence.</exception>
    public async Task<ImageEvaluation> RunAsync(string model, string? version, string? dataset, int? number, string split, CancellationToken cancellation)
    {
        var name = dataset ?? model;
        var images = await datasets.FindAsync(name, number, cancellation) ?? throw new InvalidDataException($"There is no image dataset {name}{(number is { } asked ? $" with a version {asked}" : "")}.");
        var chosen = version ?? await packages.FindChampionAsync(model, cancellation) ?? throw new InvalidDataException($"The model {model} has no champion yet.");
        var (_, facts) = await checks.GetAsync(images, null, (_, _) => { }, cancellation);
        ImageEntry[] entries = [.. facts.Where(fact => fact.Defect is null && fact.Entry.Split == split).Select(fact => fact.Entry)];
        if (entries.Length == 0)
        {
            throw new InvalidDataException($"Version {images.Number} of {name} has no readable {split} images.");
        }

        await using var archive = await packages.OpenAsync(model, chosen, cancellation);
        using var opened = ImageBackbone.Open(archive);
        var answers = await new ImageEmbedder(opened.Model, decoder, objects).RunAsync(entries, null, _ => { }, cancellation);
        return ImageEvaluator.Of(
            new(model, chosen, opened.Model.Schema.Temperature ?? 1, images, split),
            LabelledAnswers.Of(entries, opened.Model.Labels, [.. answers.Select(answer => answer[0].Probabilities)]));
    }
}
