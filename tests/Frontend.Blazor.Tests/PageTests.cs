using AspireMl.Contracts.Jobs;
using AspireMl.Frontend.Blazor.Tests.Testing;
using Microsoft.Playwright;

namespace AspireMl.Frontend.Blazor.Tests;

[Collection(SharedBrowser.Name)]
public sealed class PageTests : IDisposable
{
    static readonly (int Width, ColorScheme Theme)[] Looks =
        [(1280, ColorScheme.Light), (1280, ColorScheme.Dark), (390, ColorScheme.Light), (390, ColorScheme.Dark), (360, ColorScheme.Light)];

    readonly Browser _browser;

    public PageTests(Browser browser)
    {
        _browser = browser;
        var image = File.ReadAllBytes(SamplePages.ReceiptPath);
        browser.Api.Records.AddRange(SampleRecords.Past(23, TimeSpan.FromMinutes(47), image));
        browser.Api.Images[browser.Api.Records[0].InputHash] = image;
        browser.Api.Jobs.Jobs.AddRange(JobStatuses.All.Reverse().Select(FakeJobs.Sample).OrderByDescending(job => job.Status == JobStatuses.Finished));
    }

    [Theory]
    [InlineData("ask")]
    [InlineData("answered")]
    [InlineData("history")]
    [InlineData("record")]
    [InlineData("jobs")]
    [InlineData("job")]
    [InlineData("simulator")]
    [InlineData("status")]
    public async Task Each_page_fits_its_window_is_readable_and_raises_no_complaint(string page)
    {
        await using var visitor = await OpenAsync(page);
        foreach (var (width, theme) in Looks)
        {
            await visitor.LookAsync(width, theme);
            await visitor.ShotAsync($"{page}-{width}-{theme}".ToLowerInvariant());

            Assert.Equal(0, await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
            Assert.Empty(await Accessibility.FaultsAsync(visitor.Page));
        }

        Assert.Empty(visitor.Complaints);
    }

    public void Dispose() => _browser.Api.Reset();

    async Task<Visitor> OpenAsync(string page)
    {
        switch (page)
        {
            case "answered":
                var asking = await _browser.VisitAsync();
                await asking.OpenSampleAsync();
                await asking.AskAsync("Where is the unicorn?");
                await asking.AskAsync("What is the total?");
                return asking;
            case "record":
                var record = await _browser.VisitAsync($"history/{_browser.Api.Records[0].InferenceId}");
                await record.Page.Locator("[data-mark]").WaitForAsync();
                return record;
            case "history":
                var history = await _browser.VisitAsync("history");
                await history.Page.Locator("[data-inference]").First.WaitForAsync();
                return history;
            case "jobs":
                var jobs = await _browser.VisitAsync("jobs");
                await jobs.Page.Locator("[data-job]").First.WaitForAsync();
                return jobs;
            case "job":
                var job = await _browser.VisitAsync($"jobs/{_browser.Api.Jobs.Jobs[0].JobId}");
                await job.Page.Locator(".json").Last.WaitForAsync();
                return job;
            case "simulator":
                var simulator = await _browser.VisitAsync("simulator");
                await simulator.Page.Locator(".chart-canvas canvas").Last.WaitForAsync();
                return simulator;
            case "status":
                var status = await _browser.VisitAsync("status");
                await status.Page.Locator("[data-model=span-reader]").WaitForAsync();
                await status.Page.Locator(".chart-canvas canvas").Last.WaitForAsync();
                return status;
            default:
                return await _browser.VisitAsync();
        }
    }
}
