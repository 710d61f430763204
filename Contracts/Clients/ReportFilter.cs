namespace AspireMl.Contracts.Clients;

/// <summary>Which reports of a model to list; null means any.</summary>
public sealed record ReportFilter
{
    /// <summary>One of <see cref="Monitoring.ReportKinds"/>.</summary>
    public string? Kind { get; init; }

    /// <summary>Made not before this time.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Made before this time.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Where the last page ended.</summary>
    public string? Cursor { get; init; }

    /// <summary>Most items to return; the service decides when it is null.</summary>
    public int? Limit { get; init; }

    internal string ToQuery() => QueryString.Of(
        ("kind", Kind),
        ("from", QueryString.Time(From)),
        ("to", QueryString.Time(To)),
        ("cursor", Cursor),
        ("limit", Limit?.ToString()));
}
