namespace AspireMl.Contracts.Monitoring;

/// <summary>How labels have moved.</summary>
/// <param name="Labels">The labels in the order of the model's card.</param>
/// <param name="Result">Whether the counts differ.</param>
public sealed record LabelDrift(IReadOnlyList<LabelShares> Labels, MethodResult Result);
