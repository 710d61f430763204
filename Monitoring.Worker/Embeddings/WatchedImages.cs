using System.Collections.Concurrent;
using AspireMl.Contracts.Models;
using AspireMl.Contracts.Monitoring;
using AspireMl.Modeling.Images;
using AspireMl.Modeling.Images.References;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Monitoring.Worker.Rows;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.Histories;
using AspireMl.Storage.Images;
using AspireMl.Storage.Objects;
using AspireMl.Storage.Registry;
using Microsoft.Extensions.Options;

namespace AspireMl.Monitoring.Worker.Embeddings;

/// <summary>Reads both sides of a comparison of images. The reference of a version never changes, so it is read once.</summary>
sealed class WatchedImages(WatchedModels models, IObjectStore objects, IImageInferenceStore answers, IOptions<EmbeddingOptions> options)
{
    readonly ConcurrentDictionary<VersionKey, WatchedClassifier> _classifiers = new();

    /// <summary>A model that classifies images.</summary>
    /// <exception cref="RefusalException">There is no such model (status 404), it is none of images, or its package has no reference (422).</exception>
    public async Task<WatchedClassifier> RequireAsync(string model, CancellationToken cancellation)
    {
        var champion = await models.RequireChampionAsync(model, cancellation);
        if (champion.Card.Task != ModelTasks.ImageClassification)
        {
            throw Refusal.Unusable($"The model {model} does not classify images; only such models have embedding drift.");
        }

        if (!_classifiers.TryGetValue(champion.Key, out var classifier))
        {
            _classifiers[champion.Key] = classifier = await OpenAsync(champion, cancellation);
        }

        return classifier;
    }

    /// <summary>One side: the package's reference, or the newest images that the champion answered in a stretch of time.</summary>
    /// <exception cref="RefusalException">There are too few images: status 422.</exception>
    public async Task<ComparedImages> ReadAsync(WatchedClassifier classifier, RowRange range, CancellationToken cancellation)
    {
        var sample = range.Source == RowSource.Answers
            ? ComparedImages.Of(await ReadAnswersAsync(classifier.Champion, range, cancellation), classifier.Reference)
            : ComparedImages.Of(classifier.Reference, options.Value.MaxImages);
        return sample.Count >= options.Value.MinimumImages
            ? sample
            : throw Refusal.Unusable($"{Side(range)} has {sample.Count} images of version {classifier.Champion.Card.Version}; at least {options.Value.MinimumImages} are needed. Choose a longer time.");
    }

    static string Side(RowRange range) => range.Source == RowSource.Answers ? $"The time from {range.From:u} to {range.To:u}" : "The reference in the package";

    async Task<IReadOnlyList<ImageInference>> ReadAnswersAsync(RegisteredVersion champion, RowRange range, CancellationToken cancellation)
    {
        // Another version's embeddings lie in another space.
        var filter = new HistoryFilter { Model = champion.Card.Name, Version = champion.Card.Version, From = range.From, To = range.To };
        return await answers.ReadAsync(filter, cancellation).Take(options.Value.MaxImages).ToListAsync(cancellation);
    }

    async Task<WatchedClassifier> OpenAsync(RegisteredVersion champion, CancellationToken cancellation)
    {
        try
        {
            await using var zip = await objects.OpenAsync(champion.Package, cancellation)
                ?? throw Refusal.Unusable($"The package of {champion.Card.Name} {champion.Card.Version} is not in the object store of this service.");
            var (labels, reference) = ModelPackage.OpenArchive(zip, package => (ImageModel.LabelsOf(package), DriftReference.Of(package)));
            return reference is null
                ? throw Refusal.Unusable($"The package of {champion.Card.Name} {champion.Card.Version} has no drift reference; retrain the model, so that its new version gets one.")
                : new(champion, labels, reference);
        }
        catch (ModelPackageException defect)
        {
            throw Refusal.Unusable(defect.Message, defect);
        }
    }
}
