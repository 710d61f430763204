using System.Net.Mime;
using AspireMl.Contracts.Simulation;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Simulator.Laboratory;
using AspireMl.Simulator.Roasting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace AspireMl.Simulator.Control;

static class ControlEndpoints
{
    const int MostBytes = 4096;
    const string Example = """a change; send {"running":true,"scenario":"sensor-offset","intervalMs":2000,"labelDelayMs":30000}, or some of it""";

    static readonly TimeSpan ShortestInterval = TimeSpan.FromMilliseconds(10);
    static readonly TimeSpan LongestInterval = TimeSpan.FromHours(1);
    static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    public static RouteGroupBuilder MapControl(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/simulator").WithTags("Simulator")
            .AddEndpointFilter<RefusalFilter>()
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        group.MapGet("/", Get).WithName("GetSimulator").WithSummary("What the machine and its laboratory are doing.");
        group.MapPut("/", ChangeAsync).WithName("ChangeSimulator").WithSummary("Starts, stops and paces the machine, and lets something happen at it.")
            .Accepts<SimulatorChange>(MediaTypeNames.Application.Json)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status415UnsupportedMediaType).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        return group;
    }

    static Ok<SimulatorState> Get(SimulatorSwitch simulator, LabelQueue labels) => TypedResults.Ok(simulator.State(labels.Count));

    static async Task<Ok<SimulatorState>> ChangeAsync(
        HttpRequest request, SimulatorSwitch simulator, LabelQueue labels, TimeProvider time, CancellationToken cancellation)
    {
        var change = await JsonBody.ReadAsync<SimulatorChange>(request, Example, cancellation);
        Scenario? scenario = change.Scenario is null ? null
            : ScenarioNames.TryRead(change.Scenario, out var known) ? known
            : throw Refusal.Unusable($"scenario is one of {string.Join(", ", SimulatorScenarios.All)}.");
        var interval = Span(change.IntervalMs, "intervalMs", ShortestInterval, LongestInterval);
        var delay = Span(change.LabelDelayMs, "labelDelayMs", TimeSpan.Zero, LongestDelay);
        var now = time.GetUtcNow();
        simulator.Change(setting => setting with
        {
            Running = change.Running ?? setting.Running,
            Scenario = scenario ?? setting.Scenario,
            ScenarioSince = scenario is null || scenario == setting.Scenario ? setting.ScenarioSince : now,
            Interval = interval ?? setting.Interval,
            LabelDelay = delay ?? setting.LabelDelay,
        });
        return TypedResults.Ok(simulator.State(labels.Count));
    }

    static TimeSpan? Span(double? milliseconds, string name, TimeSpan least, TimeSpan most) => milliseconds switch
    {
        null => null,
        { } given when given >= least.TotalMilliseconds && given <= most.TotalMilliseconds => TimeSpan.FromMilliseconds(given),
        _ => throw Refusal.Unusable($"{name} is a number from {least.TotalMilliseconds} to {most.TotalMilliseconds}."),
    };
}
