using AspireMl.Contracts.Training;

namespace AspireMl.Storage.Runs;

/// <summary>How far an attempt is.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Attempt">The number of the attempt.</param>
/// <param name="Progress">0 to 1.</param>
/// <param name="Step">What it is doing, in a few words.</param>
/// <param name="Outcome">What it has found so far.</param>
/// <param name="Checkpoint">What another attempt could go on from, as JSON, or null for nothing yet.</param>
public sealed record RunNote(Guid RunId, int Attempt, double Progress, string Step, RunOutcome Outcome, string? Checkpoint);
