namespace AspireMl.Contracts.Training;

/// <summary>How well one class is told from the others.</summary>
/// <param name="Label">The class.</param>
/// <param name="Images">Images of it.</param>
/// <param name="Precision">Share of the images called so that are; null when none was.</param>
/// <param name="Recall">Share of its images that were called so; null when it has none.</param>
/// <param name="F1">Harmonic mean of the two; null when there is nothing of either.</param>
/// <param name="Auc">Area under the ROC curve against all other classes; null where there is none.</param>
public sealed record ImageClassResult(string Label, int Images, double? Precision, double? Recall, double? F1, double? Auc);
