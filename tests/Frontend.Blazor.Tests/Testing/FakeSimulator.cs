using AspireMl.Contracts.Simulation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace AspireMl.Frontend.Blazor.Tests.Testing;

/// <summary>The simulator's part of the HTTP contract.</summary>
internal sealed class FakeSimulator
{
    public static SimulatorState Fresh { get; } = new()
    {
        Running = true,
        Scenario = SimulatorScenarios.Normal,
        ScenarioSince = new(2026, 11, 21, 8, 30, 0, TimeSpan.Zero),
        IntervalMs = 2000,
        LabelDelayMs = 30_000,
        Seed = 7,
        Readings = 1234,
        Labels = 1200,
        LabelsWaiting = 34,
        LabelsRefused = 0,
        Latest = new(
            Guid.CreateVersion7(),
            new(2026, 11, 21, 9, 30, 0, TimeSpan.Zero),
            new Dictionary<string, double?> { ["h_data"] = 171.2, ["ah_data"] = null, ["t_data_1_1"] = 241.5, ["t_data_2_1"] = 344, ["t_data_3_1"] = 501, ["t_data_4_1"] = 355, ["t_data_5_1"] = 240 },
            391.5),
    };

    public SimulatorState State { get; set; } = Fresh;

    /// <summary>Answered instead of a change while set.</summary>
    public IResult? Refusal { get; set; }

    public void Map(WebApplication app)
    {
        app.MapGet("/v1/simulator", () => State);
        app.MapPut("/v1/simulator", (SimulatorChange change) => Refusal ?? Results.Ok(State = State with
        {
            Running = change.Running ?? State.Running,
            Scenario = change.Scenario ?? State.Scenario,
            IntervalMs = change.IntervalMs ?? State.IntervalMs,
            LabelDelayMs = change.LabelDelayMs ?? State.LabelDelayMs,
        }));
    }
}
