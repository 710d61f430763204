using AspireMl.Statistics.Sampling;

namespace AspireMl.Simulator.Roasting;

/// <summary>What goes on at the machine.</summary>
public enum Scenario
{
    /// <summary>Nothing unusual.</summary>
    Normal,

    /// <summary>The sensors of the third chamber creep upwards; the machine itself is as before.</summary>
    SensorOffset,

    /// <summary>Other set points: the machine really changes, and the quality with it.</summary>
    RecipeChange,

    /// <summary>One sensor of the second chamber repeats its last value.</summary>
    StuckSensor,

    /// <summary>Some values do not arrive.</summary>
    MissingValues,

    /// <summary>Readings come many times as fast.</summary>
    Burst,
}

/// <summary>What a scenario does to readings and to their pace. Pure: the same arguments give the same result.</summary>
public static class ScenarioEffects
{
    const int OffsetChamber = 2;
    const double OffsetPerHour = 12;
    const double LargestOffset = 60;
    const int BurstPace = 20;
    const double MissingShare = 0.1;

    static readonly int StuckSensor = Reading.Sensor(1, 1);

    /// <summary>Readings in the time of one.</summary>
    public static int Pace(this Scenario scenario) => scenario == Scenario.Burst ? BurstPace : 1;

    /// <summary>Shows a reading as the scenario's sensors would.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="reading">What good sensors say.</param>
    /// <param name="first">The reading with which the scenario began.</param>
    public static Reading Apply(this Scenario scenario, Reading reading, Reading first) => scenario switch
    {
        Scenario.SensorOffset => reading.With((feature, value) =>
            (feature - 2) / Reading.SensorsPerChamber == OffsetChamber && feature >= 2
                ? value + Math.Min(LargestOffset, OffsetPerHour * (reading.At - first.At).TotalHours)
                : value),
        Scenario.StuckSensor => reading.With((feature, value) => feature == StuckSensor ? first.Features[feature] : value),
        Scenario.MissingValues => reading.With((feature, value) => Share(reading.At.Ticks, feature) < MissingShare ? double.NaN : value),
        _ => reading,
    };

    static Reading With(this Reading reading, Func<int, double, double> change) =>
        reading with { Features = [.. reading.Features.Select((value, feature) => change(feature, value))] };

    // A number from 0 to 1 that depends on the moment and the feature only.
    static double Share(long ticks, int feature) => SplitMix64.ToUnit(SplitMix64.At((ulong)ticks, (ulong)(feature + 1)));
}
