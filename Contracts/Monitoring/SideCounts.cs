namespace AspireMl.Contracts.Monitoring;

/// <summary>A count on both sides of a comparison.</summary>
/// <param name="Reference">Of the reference.</param>
/// <param name="Current">Of what is compared with it.</param>
public sealed record SideCounts(long Reference, long Current);
