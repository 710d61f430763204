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
}
