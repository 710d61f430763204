using AspireMl.Contracts.Paging;

namespace AspireMl.Storage.Runs;

/// <summary>Which runs to list. Null means any.</summary>
public sealed record RunFilter
{
    /// <summary>Most runs a page may have.</summary>
    public const int MaxLimit = 200;

    /// <summary>The model.</summary>
    public string? Model { get; init; }

    /// <summary>Only runs that come after this one in the list.</summary>
    public PageCursor? After { get; init; }

    /// <summary>Most runs to return, 1 to <see cref="MaxLimit"/>. Default 50.</summary>
    public int Limit { get; init; } = 50;
}
