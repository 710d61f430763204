namespace AspireMl.Contracts.Training;

/// <summary>How the champion of a model does on one split of its dataset.</summary>
/// <param name="Model">The model.</param>
/// <param name="Version">The champion's version.</param>
/// <param name="On">The split.</param>
/// <param name="DataHash">SHA-256 of the rows in lower-case hex.</param>
/// <param name="Metrics">Over all rows.</param>
/// <param name="Intervals">Bootstrap intervals by the name of the metric; those that are undefined for the rows are left out.</param>
/// <param name="Target">What is predicted, and its unit.</param>
/// <param name="Bins">Labels and predictions in groups of rows of similar predictions, lowest first.</param>
public sealed record Evaluation(
    string Model,
    string Version,
    string On,
    string DataHash,
    ModelMetrics Metrics,
    IReadOnlyDictionary<string, MetricInterval> Intervals,
    Models.TargetCard Target,
    IReadOnlyList<EvaluationBin> Bins);
