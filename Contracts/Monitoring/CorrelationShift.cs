namespace AspireMl.Contracts.Monitoring;

/// <summary>How the correlation of two features changed.</summary>
/// <param name="First">One feature.</param>
/// <param name="Second">The other.</param>
/// <param name="Reference">Pearson's r in the reference, −1 to 1.</param>
/// <param name="Current">Pearson's r now, −1 to 1.</param>
public sealed record CorrelationShift(string First, string Second, double Reference, double Current);
