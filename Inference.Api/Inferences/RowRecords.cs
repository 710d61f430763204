using System.Text.Json;
using AspireMl.Contracts.Documents;
using AspireMl.Contracts.Inferences;
using AspireMl.Contracts.Models;
using AspireMl.Inference.Api.Models;
using AspireMl.Storage.Registry;
using AspireMl.Storage.Tabular;

namespace AspireMl.Inference.Api.Inferences;

/// <summary>Answered rows as they are shown: with the names and words of the card of the version that answered.</summary>
sealed class RowRecords(ModelCatalog catalog, IModelRegistry registry)
{
    /// <summary>Shows a row. Where the version is not known any more, its values have no names and are left out.</summary>
    public async Task<InferenceRecord> OfAsync(TabularInference row, CancellationToken cancellation)
    {
        var card = (await FindCardAsync(row.Answerer, cancellation))?.Tabular;
        return Of(row, card) with { Instance = card is null ? null : Instance(card.Features, row.Features) };
    }

    /// <summary>Shows rows without their values.</summary>
    public async Task<IReadOnlyList<InferenceRecord>> ListAsync(IReadOnlyList<TabularInference> rows, CancellationToken cancellation)
    {
        var cards = new Dictionary<ModelVersion, TabularCard?>();
        foreach (var version in rows.Select(row => row.Answerer).Distinct())
        {
            cards[version] = (await FindCardAsync(version, cancellation))?.Tabular;
        }

        return [.. rows.Select(row => Of(row, cards[row.Answerer]))];
    }

    async Task<ModelCard?> FindCardAsync(ModelVersion version, CancellationToken cancellation) =>
        catalog.Find(version.Name)?.FindVersion(version.Version)?.Package.Card
        ?? (await registry.FindAsync(new(version.Name, version.Version), cancellation))?.Card;

    static InferenceRecord Of(TabularInference row, TabularCard? card)
    {
        var record = new InferenceRecord
        {
            InferenceId = row.InferenceId,
            CreatedAt = row.CreatedAt,
            Task = row.Probabilities is null ? ModelTasks.TabularRegression : ModelTasks.TabularClassification,
            Model = row.Answerer,
            Feedback = row.Feedback,
        };
        return row.Probabilities is { } probabilities ? WithLabels(record, card?.Target.Labels ?? [], probabilities) : record with { Value = row.Prediction };
    }

    static InferenceRecord WithLabels(InferenceRecord record, IReadOnlyList<string> labels, float[] probabilities)
    {
        LabelConfidence[] predictions =
        [
            .. labels.Zip(probabilities, (label, probability) => new LabelConfidence(label, probability))
                .OrderByDescending(prediction => prediction.Confidence),
        ];
        return record with { Answer = predictions.FirstOrDefault()?.Label, Confidence = probabilities.Max(), Predictions = predictions };
    }

    static Dictionary<string, JsonElement> Instance(IReadOnlyList<FeatureCard> features, float[] values) =>
        features.Zip(values).ToDictionary(pair => pair.First.Name, pair => Show(pair.First, pair.Second));

    static JsonElement Show(FeatureCard feature, float value) =>
        float.IsNaN(value) ? JsonSerializer.SerializeToElement<object?>(null)
        : feature.Values is { } words ? JsonSerializer.SerializeToElement(words[(int)value])
        : JsonSerializer.SerializeToElement(value);
}
