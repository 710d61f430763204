using System.Text.Json;
using AspireMl.Contracts.Datasets;
using AspireMl.Storage.Datasets;

namespace AspireMl.Retraining.Worker.Datasets;

/// <summary>Rows as they travel: places of lists as words, what is missing as null.</summary>
internal static class RowRecords
{
    static readonly JsonElement Missing = JsonElement.Parse("null");

    public static DatasetRecord Of(DatasetSchema schema, DatasetRow row) => new(
        row.RowId,
        row.At,
        row.InferenceId,
        new OrderedDictionary<string, JsonElement>(schema.Features.Select((feature, place) => KeyValuePair.Create(feature.Name, Value(row.Features[place], feature.Values)))),
        Value(row.Target, schema.Target.Labels));

    static JsonElement Value(double value, IReadOnlyList<string>? words) =>
        double.IsNaN(value) ? Missing
        : words is null ? JsonSerializer.SerializeToElement(value)
        : JsonSerializer.SerializeToElement(words[(int)value]);
}
