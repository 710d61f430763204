namespace AspireMl.Contracts.Monitoring;

/// <summary>A share on both sides of a comparison, 0 to 1.</summary>
/// <param name="Reference">Of the reference.</param>
/// <param name="Current">Of what is compared with it.</param>
public sealed record SideShares(double Reference, double Current);
