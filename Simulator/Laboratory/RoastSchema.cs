using AspireMl.Contracts.Datasets;
using AspireMl.Contracts.Models;
using AspireMl.Simulator.Roasting;

namespace AspireMl.Simulator.Laboratory;

/// <summary>What the rows of the machine's dataset hold, in the ranges that its sensors can show.</summary>
static class RoastSchema
{
    public const string Time = "time";

    public const string Target = "quality";

    public static DatasetSchema Schema { get; } = new()
    {
        Time = Time,
        Features =
        [
            Feature(Reading.Names[0], "Height of the raw material layer.", "mm", 50, 300),
            Feature(Reading.Names[1], "Moisture of the raw material.", "%", 0, 30),
            .. Reading.Names.Skip(2).Select(name => Feature(name, "Temperature in a chamber: its number, then the sensor's.", "°C", 0, 900)),
        ],
        Target = new(Target),
    };

    static FeatureCard Feature(string name, string description, string unit, double minimum, double maximum) => new()
    {
        Name = name,
        Kind = FeatureKinds.Numeric,
        Description = description,
        Unit = unit,
        Minimum = minimum,
        Maximum = maximum,
        Missing = FeatureCard.MissingAllowed,
    };
}
