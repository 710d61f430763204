namespace AspireMl.Contracts.Monitoring;

/// <summary>Which rows one side of a report is made of.</summary>
/// <param name="Name">A split of the model's dataset, or <see cref="Answers"/>.</param>
/// <param name="From">Not before this time; null for no bound.</param>
/// <param name="To">Before this time; null for no bound.</param>
/// <param name="Rows">How many there were.</param>
public sealed record RowSource(string Name, DateTimeOffset? From, DateTimeOffset? To, long Rows)
{
    /// <summary>The rows that the model was asked about.</summary>
    public const string Answers = "answers";
}
