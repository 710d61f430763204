namespace AspireMl.Contracts.Simulation;

/// <summary>What to change at the simulated machine; null leaves as it is.</summary>
public sealed record SimulatorChange
{
    /// <summary>Whether readings are to be sent.</summary>
    public bool? Running { get; init; }

    /// <summary>One of <see cref="SimulatorScenarios"/>.</summary>
    public string? Scenario { get; init; }

    /// <summary>Milliseconds between readings, 10 to 3,600,000.</summary>
    public double? IntervalMs { get; init; }

    /// <summary>Milliseconds from a reading to its label, 0 to 86,400,000.</summary>
    public double? LabelDelayMs { get; init; }
}
