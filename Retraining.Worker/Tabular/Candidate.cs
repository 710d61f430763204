using AspireMl.Statistics.Regression;

namespace AspireMl.Retraining.Worker.Tabular;

/// <summary>A way to learn, judged by cross-validation.</summary>
/// <param name="Trainer">One of <see cref="Trainers"/>.</param>
/// <param name="Settings">What distinguishes it from others of the same trainer.</param>
/// <param name="CrossValidation">Over the validation rows of all folds together.</param>
/// <param name="Train">Learns from rows and gives the graph with the trainer's own predictions for other rows.</param>
internal sealed record Candidate(string Trainer, string Settings, RegressionMetrics CrossValidation, Func<TabularData, TabularData, Trained> Train);
