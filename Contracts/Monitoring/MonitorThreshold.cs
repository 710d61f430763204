namespace AspireMl.Contracts.Monitoring;

/// <summary>Where a column or metric begins to give alarm.</summary>
/// <param name="Name">A feature, a metric or check of a performance or quality report, or one of <see cref="EmbeddingSpaces"/>.</param>
/// <param name="Method">The drift method for a feature, one of <see cref="EmbeddingMethods"/> for a space; null for a metric or check, and for the default method of a feature.</param>
/// <param name="Value">For a test, the p-value below which it does; for everything else, the figure from which on it does. At least 0.</param>
public sealed record MonitorThreshold(string Name, string? Method, double Value);
