namespace AspireMl.Contracts.Simulation;

/// <summary>What can go on at the simulated machine.</summary>
public static class SimulatorScenarios
{
    /// <summary>Nothing unusual.</summary>
    public const string Normal = "normal";

    /// <summary>The sensors of the third chamber creep upwards.</summary>
    public const string SensorOffset = "sensor-offset";

    /// <summary>Other set points: the machine really changes, and the quality with it.</summary>
    public const string RecipeChange = "recipe-change";

    /// <summary>One sensor repeats its last value.</summary>
    public const string StuckSensor = "stuck-sensor";

    /// <summary>Some values do not arrive.</summary>
    public const string MissingValues = "missing-values";

    /// <summary>Readings come many times as fast.</summary>
    public const string Burst = "burst";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Normal, SensorOffset, RecipeChange, StuckSensor, MissingValues, Burst];
}
