using AspireMl.Contracts.Training;
using AspireMl.Frontend.Blazor.Tests.Testing;
using Microsoft.Playwright;

namespace AspireMl.Frontend.Blazor.Tests.Retraining;

[Collection(SharedBrowser.Name)]
public sealed class RetrainingPageTests(Browser browser) : IDisposable
{
    [Fact]
    public async Task A_run_is_started_for_a_reason_followed_and_cancelled()
    {
        await using var visitor = await browser.VisitAsync("retraining");
        await visitor.Page.GetByLabel("Why").FillAsync("A new recipe since Monday.");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Train", Exact = true }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".run-progress")).ToContainTextAsync("tried 6 of 24 settings of XGBoost");
        Assert.Equal("A new recipe since Monday.", browser.Api.Training.Runs[0].Request.Reason);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel the run" }).ClickAsync();

        await Assertions.Expect(visitor.Page.Locator(".facts")).ToContainTextAsync("Cancelled");
    }

    [Fact]
    public async Task A_finished_run_compares_new_and_old_and_can_be_promoted()
    {
        browser.Api.Training.Runs.Add(FakeTraining.Challenger);
        await using var visitor = await browser.VisitAsync("retraining");
        await visitor.Page.Locator("[data-run] a").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".comparison tbody tr")).ToHaveCountAsync(2);
        await Assertions.Expect(visitor.Page.Locator(".comparison tbody tr").First).ToContainTextAsync("11.9");
        await Assertions.Expect(visitor.Page.Locator("[data-candidate]")).ToHaveCountAsync(2);
        await Assertions.Expect(visitor.Page.GetByText("ah_data differs")).ToBeVisibleAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Promote all the same" }).ClickAsync();

        await Assertions.Expect(visitor.Page.Locator(".facts")).ToContainTextAsync("Promoted to champion.");
        Assert.Equal(RunDecisions.Promoted, browser.Api.Training.Runs[0].Decision);
    }

    public void Dispose() => browser.Api.Reset();
}
