namespace AspireMl.Contracts.Monitoring;

/// <summary>What one drift method says of one column.</summary>
/// <param name="Method">Its short name, such as <c>ks</c>.</param>
/// <param name="Statistic">Its statistic, or its distance.</param>
/// <param name="PValue">Its p-value, 0 to 1; null for a distance.</param>
/// <param name="Threshold">A p-value below it, or a distance from it on, is drift.</param>
/// <param name="Drifted">Whether it is.</param>
public sealed record MethodResult(string Method, double Statistic, double? PValue, double Threshold, bool Drifted);
