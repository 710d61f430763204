namespace AspireMl.Contracts.Training;

/// <summary>Experiments side by side.</summary>
/// <param name="Experiments">In the order in which they were asked for.</param>
/// <param name="SameData">Whether all were judged on the same data; metrics of different data cannot be compared strictly.</param>
/// <param name="Parameters">By name, those that differ first.</param>
/// <param name="Metrics">By name.</param>
public sealed record ExperimentComparison(
    IReadOnlyList<Experiment> Experiments, bool SameData, IReadOnlyList<ComparedParameter> Parameters, IReadOnlyList<ComparedMetric> Metrics);
