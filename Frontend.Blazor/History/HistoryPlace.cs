namespace AspireMl.Frontend.Blazor.History;

/// <summary>Where a person last was in the history, so that the way back leads there.</summary>
public sealed class HistoryPlace
{
    /// <summary>The list's address with its filter.</summary>
    public string Address { get; set; } = "history";
}
