using AspireMl.Statistics.Regression;

namespace AspireMl.Statistics.Performance;

/// <summary>A mean loss that is expected of rows without labels.</summary>
/// <param name="Mean">The estimate with the interval that the realised mean should lie in.</param>
/// <param name="CrossValidatedError">Mean distance of estimated and realised mean losses of held-out blocks of the reference.</param>
public sealed record LossEstimate(Interval Mean, double CrossValidatedError);
