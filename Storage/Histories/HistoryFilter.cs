namespace AspireMl.Storage.Histories;

/// <summary>Which recorded inferences to read.</summary>
public sealed record HistoryFilter
{
    /// <summary>The model's name.</summary>
    public required string Model { get; init; }

    /// <summary>The version that answered; any when null.</summary>
    public string? Version { get; init; }

    /// <summary>Not before this time.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this time.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>True for the order of time; otherwise the newest come first.</summary>
    public bool OldestFirst { get; init; }
}
