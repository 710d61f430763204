using AspireMl.Contracts.Simulation;

namespace AspireMl.Frontend.Blazor.Simulation;

/// <summary>A scenario in words.</summary>
/// <param name="Name">Its name in the contract.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Effect">What it does.</param>
internal sealed record ScenarioText(string Name, string Title, string Effect)
{
    public static IReadOnlyList<ScenarioText> All { get; } =
    [
        new(SimulatorScenarios.Normal, "Normal", "Nothing unusual."),
        new(SimulatorScenarios.SensorOffset, "Sensor offset", "The sensors of chamber 3 creep upwards; the machine is as before."),
        new(SimulatorScenarios.RecipeChange, "Recipe change", "Other set points: the machine really changes, and its quality too."),
        new(SimulatorScenarios.StuckSensor, "Stuck sensor", "One sensor of chamber 2 repeats its last value."),
        new(SimulatorScenarios.MissingValues, "Missing values", "A tenth of the values does not arrive."),
        new(SimulatorScenarios.Burst, "Burst", "Readings come twenty times as fast."),
    ];

    public static ScenarioText Of(string name) => All.FirstOrDefault(scenario => scenario.Name == name) ?? new(name, name, "");
}
