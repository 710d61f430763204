namespace AspireMl.Storage.Tabular;

/// <summary>Rows that one request asked about, in flat arrays: what a row of objects would cost is more than the answer.</summary>
public sealed record TabularBatch
{
    /// <summary>The model's name.</summary>
    public required string Model { get; init; }

    /// <summary>The version that answered.</summary>
    public required string Version { get; init; }

    /// <summary>When it answered, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The id of each row.</summary>
    public required IReadOnlyList<Guid> Ids { get; init; }

    /// <summary>Row by row, the same number of values each, in the order of the version's card; NaN where one is missing.</summary>
    public required ReadOnlyMemory<float> Features { get; init; }

    /// <summary>One value a row: the number, or the place of the most probable label.</summary>
    public required ReadOnlyMemory<float> Predictions { get; init; }

    /// <summary>Row by row, the probability of each label; empty where a number is predicted.</summary>
    public ReadOnlyMemory<float> Probabilities { get; init; }

    /// <summary>One row of the batch, or null when none has this id.</summary>
    public TabularInference? Find(Guid inferenceId)
    {
        for (var row = 0; row < Ids.Count; row++)
        {
            if (Ids[row] == inferenceId)
            {
                return new(inferenceId, CreatedAt, Model, Version, Part(Features, row), Predictions.Span[row], Probabilities.IsEmpty ? null : Part(Probabilities, row));
            }
        }

        return null;
    }

    float[] Part(ReadOnlyMemory<float> values, int row)
    {
        var length = values.Length / Ids.Count;
        return values.Slice(row * length, length).ToArray();
    }
}
