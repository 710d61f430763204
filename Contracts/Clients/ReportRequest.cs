namespace AspireMl.Contracts.Clients;

/// <summary>Which rows a report is about and what they are compared with; null means the service's default.</summary>
public sealed record ReportRequest
{
    /// <summary>How far back from its end the window goes, such as <c>24h</c>.</summary>
    public string? Window { get; init; }

    /// <summary>Where the window ends; now when null.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>A split of the model's dataset, or two times <c>from/to</c> of earlier answers.</summary>
    public string? Reference { get; init; }

    /// <summary>Short names of drift methods.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [];

    internal string ToQuery() => QueryString.Of(
        ("window", Window),
        ("to", QueryString.Time(To)),
        ("reference", Reference),
        ("methods", string.Join(',', Methods)));
}
