namespace AspireMl.Contracts.Clients;

/// <summary>Which recorded inferences to list; null means any.</summary>
public sealed record InferenceFilter
{
    /// <summary>A model's name.</summary>
    public string? Model { get; init; }

    /// <summary>A task of <see cref="Models.ModelTasks"/>.</summary>
    public string? Task { get; init; }

    /// <summary>Earliest time, inclusive.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Latest time, exclusive.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>A verdict of <see cref="Inferences.Feedback"/>.</summary>
    public string? Verdict { get; init; }

    /// <summary>Where the last page ended.</summary>
    public string? Cursor { get; init; }

    /// <summary>Most items to return; the service decides when it is null.</summary>
    public int? Limit { get; init; }

    internal string ToQuery() => QueryString.Of(
        ("model", Model),
        ("task", Task),
        ("from", QueryString.Time(From)),
        ("to", QueryString.Time(To)),
        ("verdict", Verdict),
        ("cursor", Cursor),
        ("limit", Limit?.ToString()));
}
