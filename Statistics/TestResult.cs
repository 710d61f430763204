namespace AspireMl.Statistics;

/// <summary>A hypothesis test's outcome.</summary>
/// <param name="Statistic">The test statistic, in the test's own units.</param>
/// <param name="PValue">Probability under the hypothesis "same distribution" of a statistic at least as extreme, from 0 to 1.</param>
public readonly record struct TestResult(double Statistic, double PValue);
