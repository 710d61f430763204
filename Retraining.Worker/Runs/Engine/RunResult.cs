using AspireMl.Contracts.Training;

namespace AspireMl.Retraining.Worker.Runs.Engine;

/// <summary>What came out of a run.</summary>
/// <param name="Outcome">With the decision.</param>
/// <param name="Archive">The package as a .zip, or null when nothing was trained.</param>
internal sealed record RunResult(RunOutcome Outcome, byte[]? Archive);
