namespace AspireMl.Storage.Monitoring;

/// <summary>How many alerts there are.</summary>
/// <param name="Model">Of a model.</param>
/// <param name="Kind">Of a kind of report.</param>
/// <param name="State">In a state.</param>
/// <param name="Count">So many.</param>
public sealed record AlertCount(string Model, string Kind, string State, long Count);
