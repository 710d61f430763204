namespace AspireMl.Contracts.Paging;

/// <summary>Some items of a list, newest first.</summary>
/// <param name="Items">At most the requested number.</param>
/// <param name="NextCursor">Give it back to get the next ones; null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);

/// <summary>Makes pages.</summary>
public static class Page
{
    /// <summary>Makes a page of what was found.</summary>
    /// <param name="found">One item more than asked for, if there is one: it tells that there is a next page.</param>
    /// <param name="limit">How many were asked for.</param>
    /// <param name="place">An item's place in the list.</param>
    public static Page<T> Of<T>(IReadOnlyList<T> found, int limit, Func<T, PageCursor> place) =>
        found.Count > limit ? new([.. found.Take(limit)], place(found[limit - 1]).ToString()) : new(found, null);
}
