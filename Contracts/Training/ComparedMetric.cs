namespace AspireMl.Contracts.Training;

/// <summary>A metric of several experiments side by side.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">Its value in each; null where it has none.</param>
/// <param name="HigherIsBetter">Whether more of it is better.</param>
/// <param name="Best">The place of the best value, from 0; the first of them where several are; null where there is none.</param>
public sealed record ComparedMetric(string Name, IReadOnlyList<double?> Values, bool HigherIsBetter, int? Best);
