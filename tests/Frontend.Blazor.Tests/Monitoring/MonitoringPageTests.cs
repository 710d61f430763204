using AspireMl.Contracts.Monitoring;
using AspireMl.Frontend.Blazor.Tests.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace AspireMl.Frontend.Blazor.Tests.Monitoring;

[Collection(SharedBrowser.Name)]
public sealed class MonitoringPageTests(Browser browser) : IDisposable
{
    [Fact]
    public async Task An_alert_is_acknowledged()
    {
        await using var visitor = await browser.VisitAsync("monitoring");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Acknowledge" }).ClickAsync();

        await Assertions.Expect(visitor.Page.Locator("[data-alert]")).ToContainTextAsync("Acknowledged");
    }

    [Fact]
    public async Task A_monitor_is_added_run_and_paused()
    {
        await using var visitor = await browser.VisitAsync("monitoring");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Add a monitor" }).ClickAsync();
        var monitor = visitor.Page.Locator("[data-monitor]");
        await monitor.GetByRole(AriaRole.Button, new() { Name = "Run now" }).ClickAsync();
        await Assertions.Expect(monitor).ToContainTextAsync("2 of 3 columns have drifted.");
        await monitor.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();

        await Assertions.Expect(monitor.GetByRole(AriaRole.Button, new() { Name = "Resume" })).ToBeVisibleAsync();
        Assert.False(browser.Api.Monitoring.Monitors.Single().Settings.Enabled);
    }

    [Fact]
    public async Task A_monitor_of_performance_looks_at_times_of_the_persons_zone()
    {
        await using var visitor = await browser.VisitAsync("monitoring");
        await visitor.Page.GetByLabel("Watch", new() { Exact = true }).SelectOptionAsync(ReportKinds.Performance);
        await visitor.Page.GetByLabel("Every").SelectOptionAsync("cron");
        await visitor.Page.GetByLabel("Second, minute, hour").FillAsync("0 0 7 ? * MON");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Add a monitor" }).ClickAsync();

        await Assertions.Expect(visitor.Page.Locator("[data-monitor]")).ToContainTextAsync("Performance at 0 0 7 ? * MON, Europe/Berlin");
        var settings = browser.Api.Monitoring.Monitors.Single().Settings;
        Assert.Equal((ReportKinds.Performance, null, "0 0 7 ? * MON"), (settings.Kind, settings.Every, settings.Cron));
    }

    [Fact]
    public async Task Images_are_compared_in_the_plane_of_the_reference_and_watched_for_drift_of_embeddings_only()
    {
        browser.Api.Models = [FakeClassifier.Summary];
        await using var visitor = await browser.VisitAsync("monitoring");
        await visitor.Page.GetByLabel("Model", new() { Exact = true }).SelectOptionAsync(FakeClassifier.Name);
        await Assertions.Expect(visitor.Page.Locator("[data-history]")).ToHaveTextAsync(["Embedding drift"]);
        await Assertions.Expect(visitor.Page.Locator(".heat tbody th")).ToHaveTextAsync(["Embeddings", "Probabilities"]);
        await Assertions.Expect(visitor.Page.Locator(".heat-cell.is-flagged")).ToHaveCountAsync(4);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Compare the last 24h" }).ClickAsync();

        await Assertions.Expect(visitor.Page.Locator("[data-space=uae] .badge")).ToHaveTextAsync(["Drifted", "Drifted"]);
        await Assertions.Expect(visitor.Page.Locator(".chart-canvas canvas")).ToHaveCountAsync(2);
        await visitor.Page.GetByText("As a table").First.ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".chart").First.Locator("tbody tr")).ToHaveCountAsync(6);
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task What_the_person_was_refused_stays_while_the_page_renews_itself()
    {
        browser.Api.Monitoring.Refusal = FakeInferenceApi.Problem(StatusCodes.Status409Conflict, "There are 500 monitors, the most there may be; delete one first.");
        await using var visitor = await browser.VisitAsync("monitoring");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Add a monitor" }).ClickAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("the most there may be");
        browser.Api.Monitoring.Alerts.Clear();
        await Assertions.Expect(visitor.Page.Locator(".empty").First).ToHaveTextAsync("No alert has been raised.");

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("the most there may be");
    }

    [Fact]
    public async Task Drift_is_shown_over_time_and_column_by_column()
    {
        await using var visitor = await browser.VisitAsync("monitoring");
        await Assertions.Expect(visitor.Page.Locator(".heat tbody tr")).ToHaveCountAsync(3);
        await Assertions.Expect(visitor.Page.Locator(".heat-cell.is-flagged")).ToHaveCountAsync(12);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Compare the last 24h" }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("[data-column=t_data_3_1]")).ToContainTextAsync("0.72");
        await visitor.Page.Locator("[data-column=ah_data]").ClickAsync();

        await Assertions.Expect(visitor.Page.Locator(".chart figcaption")).ToContainTextAsync("ah_data");
    }

    public void Dispose() => browser.Api.Reset();
}
