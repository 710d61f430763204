using AspireMl.Contracts.Schedules;
using AspireMl.Frontend.Blazor.Tests.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace AspireMl.Frontend.Blazor.Tests.Schedules;

[Collection(SharedBrowser.Name)]
public sealed class SchedulesPageTests(Browser browser) : IDisposable
{
    [Fact]
    public async Task A_schedule_is_created_changed_and_deleted()
    {
        await using var visitor = await browser.VisitAsync("schedules");
        await Assertions.Expect(visitor.Page.Locator(".empty")).ToHaveTextAsync("Nothing is scheduled yet.");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "New schedule" }).ClickAsync();
        await visitor.Page.GetByLabel("Name").FillAsync("rows");
        await visitor.Page.GetByLabel("What").SelectOptionAsync(ScheduleKinds.Import);
        await visitor.Page.GetByLabel("Into").SelectOptionAsync("production");
        await visitor.Page.GetByLabel("When").SelectOptionAsync("0 0 * * * ?");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Create the schedule" }).ClickAsync();
        var row = visitor.Page.Locator("[data-schedule=rows]");
        await Assertions.Expect(row).ToContainTextAsync("Import rows into production of roast-quality from its drop folder");
        Assert.Equal(("0 0 * * * ?", "Europe/Berlin"), (Known.Settings.Cron, Known.Settings.TimeZone));

        await row.GetByRole(AriaRole.Button, new() { Name = "Change" }).ClickAsync();
        await visitor.Page.GetByLabel("As a cron expression").FillAsync("0 15 10 ? * FRI");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Change the schedule" }).ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("0 15 10 ? * FRI");

        await row.GetByRole(AriaRole.Button, new() { Name = "Change" }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Delete it" }).ClickAsync();
        await Assertions.Expect(row).ToHaveCountAsync(0);
        Assert.Empty(browser.Api.Schedules.Schedules);
    }

    [Fact]
    public async Task A_schedule_rests_goes_on_and_runs_at_once()
    {
        browser.Api.Schedules.Schedules.Add(FakeSchedules.Import);
        await using var visitor = await browser.VisitAsync("schedules");
        var row = visitor.Page.Locator("[data-schedule]");
        await Assertions.Expect(row).ToContainTextAsync("The file ends in the middle of a row.");
        await row.GetByRole(AriaRole.Button, new() { Name = "Resume" }).ClickAsync();
        await Assertions.Expect(row.GetByRole(AriaRole.Button, new() { Name = "Pause" })).ToBeVisibleAsync();
        Assert.False(Known.Paused);
        await row.GetByRole(AriaRole.Button, new() { Name = "Run now" }).ClickAsync();

        await Assertions.Expect(row.Locator(".badge")).ToHaveTextAsync("Done");
    }

    [Fact]
    public async Task What_the_service_refuses_stays_in_the_form_with_the_reason()
    {
        browser.Api.Schedules.Refusal = FakeInferenceApi.Problem(StatusCodes.Status422UnprocessableEntity, CronRule.Sentence);
        await using var visitor = await browser.VisitAsync("schedules");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "New schedule" }).ClickAsync();
        await visitor.Page.GetByLabel("Name").FillAsync("rows");
        await visitor.Page.GetByLabel("As a cron expression").FillAsync("every night");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Create the schedule" }).ClickAsync();

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync(CronRule.Sentence);
        Assert.Equal("every night", await visitor.Page.GetByLabel("As a cron expression").InputValueAsync());
    }

    public void Dispose() => browser.Api.Reset();

    ScheduleRecord Known => browser.Api.Schedules.Schedules.Single();
}
