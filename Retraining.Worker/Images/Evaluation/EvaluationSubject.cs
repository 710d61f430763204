using AspireMl.Contracts.ImageDatasets;

namespace AspireMl.Retraining.Worker.Images.Evaluation;

/// <summary>What an evaluation is about.</summary>
/// <param name="Model">The model.</param>
/// <param name="Version">Its version.</param>
/// <param name="Temperature">What its logits are divided by.</param>
/// <param name="Dataset">The images.</param>
/// <param name="Split">Which of them.</param>
internal sealed record EvaluationSubject(string Model, string Version, double Temperature, ImageDatasetVersion Dataset, string Split);
