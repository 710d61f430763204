using System.Text.Json;
using AspireMl.Simulator.Roasting;

namespace AspireMl.Simulator.Control;

/// <summary>The names of scenarios in the HTTP contract: lower case with hyphens.</summary>
static class ScenarioNames
{
    static readonly Dictionary<string, Scenario> ByName = Enum.GetValues<Scenario>().ToDictionary(Of);

    public static string Of(Scenario scenario) => JsonNamingPolicy.KebabCaseLower.ConvertName(scenario.ToString());

    public static bool TryRead(string name, out Scenario scenario) => ByName.TryGetValue(name, out scenario);
}
