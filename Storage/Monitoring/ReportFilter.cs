using AspireMl.Contracts.Paging;

namespace AspireMl.Storage.Monitoring;

/// <summary>Which reports to list. Null means any.</summary>
public sealed record ReportFilter
{
    /// <summary>Most reports a page may have.</summary>
    public const int MaxLimit = 500;

    /// <summary>The model's name.</summary>
    public required string Model { get; init; }

    /// <summary>One of <see cref="Contracts.Monitoring.ReportKinds"/>.</summary>
    public string? Kind { get; init; }

    /// <summary>Made not before this time.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Made before this time.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Only reports that come after this one in the list.</summary>
    public PageCursor? After { get; init; }

    /// <summary>Most reports to return, 1 to <see cref="MaxLimit"/>. Default 50.</summary>
    public int Limit { get; init; } = 50;
}
