using System.Net;
using AspireMl.Contracts.Monitoring;
using AspireMl.Frontend.Blazor.Tests.Testing;
using Microsoft.Playwright;

namespace AspireMl.Frontend.Blazor.Tests.Reports;

[Collection(SharedBrowser.Name)]
public sealed class ReportTests(Browser browser) : IDisposable
{
    [Fact]
    public async Task A_report_opens_from_the_page_in_its_own_look()
    {
        await using var visitor = await browser.VisitAsync("monitoring");
        var report = await visitor.Page.RunAndWaitForPopupAsync(() => visitor.Page.Locator("[data-past-report] a").First.ClickAsync());
        await Assertions.Expect(report.Locator("h1")).ToHaveTextAsync("Report");

        Assert.Equal("rgb(1, 2, 3)", await report.EvaluateAsync<string>("getComputedStyle(document.querySelector('h1')).color"));
    }

    [Fact]
    public async Task A_report_may_not_run_anything_nor_reach_anything()
    {
        await using var visitor = await browser.VisitAsync("monitoring");
        List<string> asked = [];
        visitor.Page.RequestFinished += (_, request) => asked.Add(new Uri(request.Url).AbsolutePath);
        await visitor.Page.GotoAsync($"/reports/{FakeMonitoring.Wicked}");
        await Assertions.Expect(visitor.Page.Locator("h1")).ToHaveTextAsync("Report");

        Assert.DoesNotContain("/health", asked);
        Assert.Contains(visitor.Complaints, complaint => complaint.Contains("Blocked script execution", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_and_its_model_lead_to_their_reports()
    {
        browser.Api.Training.Runs.Add(FakeTraining.Challenger);
        await using var visitor = await browser.VisitAsync($"retraining/{FakeTraining.Challenger.RunId}");
        await visitor.Page.Locator(".champion-reports").WaitForAsync();
        foreach (var path in await visitor.Page.Locator("[data-report]").EvaluateAllAsync<string[]>("links => links.map(link => link.href)"))
        {
            var answer = await visitor.Page.APIRequest.GetAsync(path);
            Assert.Equal((int)HttpStatusCode.OK, answer.Status);
            Assert.Contains("<h1>Report</h1>", await answer.TextAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(7, await visitor.Page.Locator("[data-report]").CountAsync());
    }

    [Fact]
    public async Task What_the_service_refuses_is_told_in_its_sentence()
    {
        await using var visitor = await browser.VisitAsync();
        var answer = await visitor.Page.APIRequest.GetAsync($"/reports/{Guid.CreateVersion7()}");

        Assert.Equal((int)HttpStatusCode.NotFound, answer.Status);
        Assert.Equal("There is no report with this id.", await answer.TextAsync());
    }

    [Theory]
    [InlineData(ReportKinds.Performance, "Rmse", 2)]
    [InlineData(ReportKinds.TargetDrift, "quality, wasserstein", 1)]
    public async Task Figures_of_other_kinds_are_drawn_over_time(string kind, string first, int charts)
    {
        await using var visitor = await browser.VisitAsync("monitoring");
        await visitor.Page.Locator($"[data-history={kind}]").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".chart-canvas canvas")).ToHaveCountAsync(charts);

        await Assertions.Expect(visitor.Page.Locator(".chart figcaption").First).ToContainTextAsync(first);
        await Assertions.Expect(visitor.Page.Locator("[data-past-report]").First).ToContainTextAsync("Alarm");
    }

    public void Dispose() => browser.Api.Reset();
}
