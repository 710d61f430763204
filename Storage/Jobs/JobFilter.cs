using AspireMl.Contracts.Paging;

namespace AspireMl.Storage.Jobs;

/// <summary>Which jobs to list. Null means any.</summary>
public sealed record JobFilter
{
    /// <summary>Most jobs a page may have.</summary>
    public const int MaxLimit = 200;

    /// <summary>The status.</summary>
    public string? Status { get; init; }

    /// <summary>Only jobs that come after this one in the list.</summary>
    public PageCursor? After { get; init; }

    /// <summary>Most jobs to return, 1 to <see cref="MaxLimit"/>. Default 50.</summary>
    public int Limit { get; init; } = 50;
}
