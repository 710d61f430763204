using AspireMl.Contracts.Paging;

namespace AspireMl.Storage.Documents;

/// <summary>Which inferences to list. Null means any.</summary>
public sealed record InferenceFilter
{
    /// <summary>Most inferences a page may have.</summary>
    public const int MaxLimit = 200;

    /// <summary>The model's name.</summary>
    public string? Model { get; init; }

    /// <summary>The task.</summary>
    public string? Task { get; init; }

    /// <summary>Not before this time.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this time.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>The latest verdict, <c>correct</c> or <c>incorrect</c>.</summary>
    public string? Verdict { get; init; }

    /// <summary>Only inferences that come after this one in the list.</summary>
    public PageCursor? After { get; init; }

    /// <summary>Most inferences to return, 1 to <see cref="MaxLimit"/>. Default 50.</summary>
    public int Limit { get; init; } = 50;
}
