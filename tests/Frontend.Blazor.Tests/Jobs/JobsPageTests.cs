using AspireMl.Contracts.Jobs;
using AspireMl.Frontend.Blazor.Tests.Testing;
using Microsoft.Playwright;

namespace AspireMl.Frontend.Blazor.Tests.Jobs;

[Collection(SharedBrowser.Name)]
public sealed class JobsPageTests(Browser browser) : IDisposable
{
    [Fact]
    public async Task Jobs_are_counted_filtered_and_paged()
    {
        browser.Api.Jobs.Jobs.AddRange(Enumerable.Range(0, 30).Select(number => FakeJobs.Sample(number % 3 == 0 ? JobStatuses.Failed : JobStatuses.Finished, number)));
        await using var visitor = await browser.VisitAsync("jobs");
        await Assertions.Expect(visitor.Page.Locator("[data-job]")).ToHaveCountAsync(25);
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Older" }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("[data-job]")).ToHaveCountAsync(5);
        await visitor.Page.Locator("[data-status=failed]").ClickAsync();

        await Assertions.Expect(visitor.Page.Locator("[data-job]")).ToHaveCountAsync(10);
        await Assertions.Expect(visitor.Page.Locator("[data-status=failed] .count")).ToHaveTextAsync("10");
        await Assertions.Expect(visitor.Page.Locator("[data-job]").First).ToContainTextAsync("The feature ah_data is missing in row 1.");
    }

    [Fact]
    public async Task A_job_that_comes_shows_without_a_reload()
    {
        await using var visitor = await browser.VisitAsync("jobs");
        await Assertions.Expect(visitor.Page.Locator(".empty")).ToHaveTextAsync("No job has been asked for yet.");
        browser.Api.Jobs.Jobs.Add(FakeJobs.Sample(JobStatuses.Running));

        await Assertions.Expect(visitor.Page.Locator("[data-job]")).ToContainTextAsync("Running");
    }

    [Fact]
    public async Task A_queued_job_is_cancelled()
    {
        browser.Api.Jobs.Jobs.Add(FakeJobs.Sample(JobStatuses.Queued));
        await using var visitor = await browser.VisitAsync("jobs");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();

        await Assertions.Expect(visitor.Page.Locator("[data-job]")).ToContainTextAsync("Cancelled");
        Assert.Equal(JobStatuses.Cancelled, browser.Api.Jobs.Jobs.Single().Status);
    }

    [Fact]
    public async Task One_job_shows_what_was_asked_and_what_came_of_it()
    {
        browser.Api.Jobs.Jobs.Add(FakeJobs.Sample(JobStatuses.Finished));
        await using var visitor = await browser.VisitAsync("jobs");
        await visitor.Page.Locator("[data-job] a").ClickAsync();

        await Assertions.Expect(visitor.Page.Locator(".json").First).ToContainTextAsync("391.5");
        await Assertions.Expect(visitor.Page.Locator(".json").Last).ToContainTextAsync("h_data");
        await Assertions.Expect(visitor.Page.Locator(".facts")).ToContainTextAsync("12 ms");
    }

    [Fact]
    public async Task An_unknown_job_is_said_to_be_unknown()
    {
        await using var visitor = await browser.VisitAsync($"jobs/{Guid.CreateVersion7()}");

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("There is no job with this id");
    }

    public void Dispose() => browser.Api.Reset();
}
