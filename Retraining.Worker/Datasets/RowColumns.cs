using AspireMl.Contracts.Datasets;

namespace AspireMl.Retraining.Worker.Datasets;

/// <summary>The columns of an upload: first the features and the target in the order of the schema, then time and inference.</summary>
internal sealed class RowColumns
{
    readonly Dictionary<string, int> _places;

    public RowColumns(DatasetSchema schema)
    {
        Values = [.. schema.Features.Select(feature => new RowColumn(feature)), new(schema.Target)];
        Names = [.. Values.Select(column => column.Name), schema.Time, DatasetSchema.InferenceId];
        _places = Names.Select((name, place) => (name, place)).ToDictionary(entry => entry.name, entry => entry.place, StringComparer.Ordinal);
    }

    /// <summary>The features, then the target.</summary>
    public IReadOnlyList<RowColumn> Values { get; }

    public IReadOnlyList<string> Names { get; }

    public int Target => Values.Count - 1;

    public int Time => Values.Count;

    public int Inference => Values.Count + 1;

    /// <summary>The place of a column, or null when there is none of this name.</summary>
    public int? PlaceOf(string name) => _places.TryGetValue(name, out var place) ? place : null;
}
