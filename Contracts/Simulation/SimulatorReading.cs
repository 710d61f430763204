namespace AspireMl.Contracts.Simulation;

/// <summary>A reading that was sent.</summary>
/// <param name="JobId">The job that predicts its quality.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Features">The sensors by name; null where a value did not arrive.</param>
/// <param name="Quality">What the laboratory will say.</param>
public sealed record SimulatorReading(Guid JobId, DateTimeOffset At, IReadOnlyDictionary<string, double?> Features, double Quality);
