namespace AspireMl.Contracts.Training;

/// <summary>A way to learn that was tried.</summary>
/// <param name="Trainer">Its name.</param>
/// <param name="Settings">What distinguishes it from others of the same trainer.</param>
/// <param name="Metrics">On the held-out rows, which chose nothing.</param>
/// <param name="Cv">Over the validation rows of the cross-validation, which chose the candidate.</param>
public sealed record CandidateResult(string Trainer, string Settings, ModelMetrics Metrics, ModelMetrics Cv);
