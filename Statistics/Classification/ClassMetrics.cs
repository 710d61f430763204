namespace AspireMl.Statistics.Classification;

/// <summary>How well one class is told from the others.</summary>
/// <param name="Support">Cases of the class.</param>
/// <param name="Precision">Share of the cases called so that are; null when none was called so.</param>
/// <param name="Recall">Share of its cases that were called so; null when it has none.</param>
/// <param name="F1">Harmonic mean of the two, 0 where one is 0; null when the class has no cases and none was called so.</param>
/// <param name="Auc">Area under the ROC curve of its probability against all others; null when it has no cases or all are its.</param>
public sealed record ClassMetrics(int Support, double? Precision, double? Recall, double? F1, double? Auc);
