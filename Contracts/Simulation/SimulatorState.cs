namespace AspireMl.Contracts.Simulation;

/// <summary>What the simulated machine and its laboratory are doing.</summary>
public sealed record SimulatorState
{
    /// <summary>Whether readings are sent.</summary>
    public required bool Running { get; init; }

    /// <summary>One of <see cref="SimulatorScenarios"/>.</summary>
    public required string Scenario { get; init; }

    /// <summary>Since when that scenario goes on, UTC.</summary>
    public required DateTimeOffset ScenarioSince { get; init; }

    /// <summary>Milliseconds between readings when nothing is burst.</summary>
    public required double IntervalMs { get; init; }

    /// <summary>Milliseconds from a reading to its label.</summary>
    public required double LabelDelayMs { get; init; }

    /// <summary>Decides all noise.</summary>
    public required int Seed { get; init; }

    /// <summary>Readings that the queue has confirmed.</summary>
    public required long Readings { get; init; }

    /// <summary>Labels that the datasets have taken.</summary>
    public required long Labels { get; init; }

    /// <summary>Labels that the laboratory has not handed in yet.</summary>
    public required int LabelsWaiting { get; init; }

    /// <summary>Labels that were refused for good.</summary>
    public required long LabelsRefused { get; init; }

    /// <summary>Why nothing moves, a sentence; null when all is well.</summary>
    public string? Trouble { get; init; }

    /// <summary>The newest reading.</summary>
    public SimulatorReading? Latest { get; init; }
}
