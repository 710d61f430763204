using AspireMl.Statistics.Regression;

namespace AspireMl.Retraining.Worker.Tabular.Trees;

/// <summary>Settings with their best number of rounds, and how they did in cross-validation.</summary>
internal sealed record TreeScore(TreeSettings Settings, RegressionMetrics CrossValidation);
