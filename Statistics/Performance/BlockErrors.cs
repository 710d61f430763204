namespace AspireMl.Statistics.Performance;

/// <summary>How far estimates of held-out blocks were off.</summary>
/// <param name="RowVariance">Mean squared distance of a row's loss from its estimate.</param>
/// <param name="BlockVariance">Variance of the distance of means beyond what the rows explain.</param>
/// <param name="MeanError">Mean distance of estimated and realised means.</param>
sealed record BlockErrors(double RowVariance, double BlockVariance, double MeanError);
