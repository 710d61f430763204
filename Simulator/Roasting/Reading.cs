namespace AspireMl.Simulator.Roasting;

/// <summary>What the machine's sensors and its laboratory say of one moment.</summary>
/// <param name="At">Time since the start.</param>
/// <param name="Features">Values in the order of <see cref="Names"/>: millimetres, per cent, then degrees Celsius; NaN where one is missing.</param>
/// <param name="Quality">The laboratory's figure for the material that leaves now, 220 to 505.</param>
public sealed record Reading(TimeSpan At, IReadOnlyList<double> Features, double Quality)
{
    /// <summary>Chambers of the machine.</summary>
    public const int Chambers = 5;

    /// <summary>Temperature sensors of a chamber.</summary>
    public const int SensorsPerChamber = 3;

    /// <summary>Names of the features: height of the raw material layer, its moisture, and each chamber's temperatures.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "h_data", "ah_data",
        .. Enumerable.Range(1, Chambers).SelectMany(chamber => Enumerable.Range(1, SensorsPerChamber).Select(sensor => $"t_data_{chamber}_{sensor}")),
    ];

    internal static int Sensor(int chamber, int sensor) => 2 + (chamber * SensorsPerChamber) + sensor;
}
