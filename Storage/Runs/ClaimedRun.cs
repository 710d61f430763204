using AspireMl.Contracts.Training;

namespace AspireMl.Storage.Runs;

/// <summary>A run that a worker took.</summary>
/// <param name="Run">The run; its number of attempts tells this claim from others.</param>
/// <param name="Checkpoint">What an earlier attempt left, as JSON, or null.</param>
public sealed record ClaimedRun(TrainingRun Run, string? Checkpoint);
