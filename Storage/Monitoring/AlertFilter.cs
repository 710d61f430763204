using AspireMl.Contracts.Paging;

namespace AspireMl.Storage.Monitoring;

/// <summary>Which alerts to list. Null means any.</summary>
public sealed record AlertFilter
{
    /// <summary>Most alerts a page may have.</summary>
    public const int MaxLimit = 200;

    /// <summary>The model's name.</summary>
    public string? Model { get; init; }

    /// <summary>One of <see cref="Contracts.Monitoring.AlertStates"/>.</summary>
    public string? State { get; init; }

    /// <summary>Only alerts that come after this one in the list.</summary>
    public PageCursor? After { get; init; }

    /// <summary>Most alerts to return, 1 to <see cref="MaxLimit"/>. Default 50.</summary>
    public int Limit { get; init; } = 50;
}
