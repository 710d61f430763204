using System.Text.Json;
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
        var card = catalog.Find(row.Model)?.FindVersion(row.Version)?.Package.Card
            ?? (await registry.FindAsync(new(row.Model, row.Version), cancellation))?.Card;
        return Of(row, card);
    }

    static InferenceRecord Of(TabularInference row, ModelCard? card)
    {
        var record = new InferenceRecord
        {
            InferenceId = row.InferenceId,
            CreatedAt = row.CreatedAt,
            Task = row.Probabilities is null ? ModelTasks.TabularRegression : ModelTasks.TabularClassification,
            Model = new(row.Model, row.Version),
            Instance = card?.Tabular is { } tabular ? Instance(tabular.Features, row.Features) : null,
            Feedback = row.Feedback,
        };
        return row.Probabilities is { } probabilities
            ? WithLabels(record, card?.Tabular?.Target.Labels ?? [], probabilities)
            : record with { Value = row.Prediction };
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
