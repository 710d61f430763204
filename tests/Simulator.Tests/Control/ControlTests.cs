using System.Net;
using System.Net.Http.Json;
using System.Text;
using AspireMl.Contracts.Simulation;
using AspireMl.Simulator.Control;
using AspireMl.Simulator.Roasting;
using AspireMl.Simulator.Tests.Harness;

namespace AspireMl.Simulator.Tests.Control;

[Collection(SharedServer.Name)]
public sealed class ControlTests(SimulatorFixture fixture)
{
    [Fact]
    public async Task What_is_changed_is_shown_and_the_rest_stays()
    {
        await using var service = await SimulatorService.StartAsync(fixture.Server);
        var before = await service.Client.GetAsync();
        var after = await service.Client.ChangeAsync(new() { Scenario = SimulatorScenarios.SensorOffset, IntervalMs = 250 });

        Assert.Equal((SimulatorScenarios.SensorOffset, 250, true, before.LabelDelayMs), (after.Scenario, after.IntervalMs, after.Running, after.LabelDelayMs));
        Assert.True(after.ScenarioSince > before.ScenarioSince);
        Assert.Equal(after.ScenarioSince, (await service.Client.ChangeAsync(new() { Scenario = SimulatorScenarios.SensorOffset })).ScenarioSince);
    }

    [Theory]
    [InlineData("""{"scenario":"earthquake"}""", 422)]
    [InlineData("""{"intervalMs":1}""", 422)]
    [InlineData("""{"intervalMs":1e300}""", 422)]
    [InlineData("""{"labelDelayMs":-1}""", 422)]
    [InlineData("""{"running":"perhaps"}""", 400)]
    [InlineData("null", 400)]
    [InlineData("{", 400)]
    public async Task What_is_no_change_is_refused_with_a_reason(string body, int status)
    {
        await using var service = await SimulatorService.StartAsync(fixture.Server);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var response = await service.Http.PutAsync("/v1/simulator", content);

        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty((await response.Content.ReadFromJsonAsync<Problem>())!.Detail);
    }

    [Fact]
    public void Every_scenario_has_a_name_in_the_contract() =>
        Assert.Equal(SimulatorScenarios.All, Enum.GetValues<Scenario>().Select(ScenarioNames.Of));

    sealed record Problem(string Detail);
}
