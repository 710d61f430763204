namespace AspireMl.Contracts.Models;

/// <summary>Some of the moves of a model's aliases, newest first.</summary>
/// <param name="Items">At most the requested number.</param>
/// <param name="NextCursor">Give it back to get the next ones; null at the end.</param>
public sealed record AliasMovePage(IReadOnlyList<AliasMove> Items, string? NextCursor);
