namespace AspireMl.Contracts.Monitoring;

/// <summary>How common a label is.</summary>
/// <param name="Label">The label.</param>
/// <param name="Shares">Its share of the images of each side, 0 to 1.</param>
public sealed record LabelShares(string Label, SideShares Shares);
