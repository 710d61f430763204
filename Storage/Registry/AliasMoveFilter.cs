using AspireMl.Contracts.Paging;

namespace AspireMl.Storage.Registry;

/// <summary>Which moves of a model's aliases to list. Null means any.</summary>
/// <param name="Model">The model.</param>
public sealed record AliasMoveFilter(string Model)
{
    /// <summary>Most moves a page may have.</summary>
    public const int MaxLimit = 200;

    /// <summary>The alias.</summary>
    public string? Alias { get; init; }

    /// <summary>Latest time, inclusive: the first move of an alias up to then says which version it named.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Only moves that come after this one in the list.</summary>
    public PageCursor? After { get; init; }

    /// <summary>Most moves to return, 1 to <see cref="MaxLimit"/>. Default 50.</summary>
    public int Limit { get; init; } = 50;
}
