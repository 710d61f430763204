using AspireMl.Contracts.Simulation;
using AspireMl.Frontend.Blazor.Tests.Testing;
using Microsoft.Playwright;

namespace AspireMl.Frontend.Blazor.Tests.Simulation;

[Collection(SharedBrowser.Name)]
public sealed class SimulatorPageTests(Browser browser) : IDisposable
{
    [Fact]
    public async Task A_scenario_is_chosen_and_shown()
    {
        await using var visitor = await browser.VisitAsync("simulator");
        var offset = visitor.Page.Locator("[data-scenario=sensor-offset]");
        await Assertions.Expect(visitor.Page.Locator("[data-scenario=normal]")).ToHaveAttributeAsync("aria-pressed", "true");
        await offset.ClickAsync();

        await Assertions.Expect(offset).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.Equal(SimulatorScenarios.SensorOffset, browser.Api.Simulator.State.Scenario);
    }

    [Fact]
    public async Task The_machine_is_stopped_and_paced()
    {
        await using var visitor = await browser.VisitAsync("simulator");
        await visitor.Page.GetByLabel("A reading every").SelectOptionAsync("500");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Stop the machine" }).ClickAsync();

        await Assertions.Expect(visitor.Page.Locator(".figures dd").First).ToHaveTextAsync("Stopped");
        Assert.False(browser.Api.Simulator.State.Running);
        Assert.Equal(500, browser.Api.Simulator.State.IntervalMs);
    }

    [Fact]
    public async Task What_the_simulator_refuses_is_said_in_its_own_words()
    {
        await using var visitor = await browser.VisitAsync("simulator");
        browser.Api.Simulator.Refusal = FakeInferenceApi.Problem(422, "The machine is being cleaned.");
        await visitor.Page.Locator("[data-scenario=burst]").ClickAsync();

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The machine is being cleaned.");
    }

    [Fact]
    public async Task A_queue_that_is_away_is_named()
    {
        browser.Api.Simulator.State = FakeSimulator.Fresh with { Trouble = "The queue cannot be reached now; try again in a moment." };
        await using var visitor = await browser.VisitAsync("simulator");

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The queue cannot be reached now");
    }

    public void Dispose() => browser.Api.Reset();
}
