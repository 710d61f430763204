namespace AspireMl.Contracts.ImageDatasets;

/// <summary>Changes of single entries, which together make one new version.</summary>
public sealed record ImageDatasetChange
{
    /// <summary>Why, 1 to 500 characters on one line.</summary>
    public required string Reason { get; init; }

    /// <summary>The version that the changes are meant for; refused when it is not the newest any more. Null for the newest.</summary>
    public int? Base { get; init; }

    /// <summary>Paths of entries to take out.</summary>
    public IReadOnlyList<string> Remove { get; init; } = [];

    /// <summary>Paths of entries with their new classes.</summary>
    public IReadOnlyDictionary<string, string> Relabel { get; init; } = new Dictionary<string, string>();
}
