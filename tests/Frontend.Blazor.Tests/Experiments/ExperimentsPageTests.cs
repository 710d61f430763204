using AspireMl.Frontend.Blazor.Tests.Testing;
using Microsoft.Playwright;

namespace AspireMl.Frontend.Blazor.Tests.Experiments;

[Collection(SharedBrowser.Name)]
public sealed class ExperimentsPageTests(Browser browser) : IDisposable
{
    [Fact]
    public async Task Experiments_stand_side_by_side_with_the_better_figure_marked()
    {
        browser.Api.Training.Runs.AddRange([FakeExperiments.Better, FakeExperiments.Worse, FakeTraining.Challenger]);
        await using var visitor = await browser.VisitAsync("experiments");
        await Assertions.Expect(visitor.Page.Locator("[data-experiment]")).ToHaveCountAsync(2);
        await Assertions.Expect(visitor.Page.Locator("[data-metric=Accuracy] td")).ToContainTextAsync(["0.92best", "0.84"]);
        await Assertions.Expect(visitor.Page.Locator("[data-metric=ECE] td").First).ToContainTextAsync("best");
        await Assertions.Expect(visitor.Page.Locator("[data-metric='Macro AUC'] .badge")).ToHaveCountAsync(0);
        await visitor.Page.GetByLabel("Compare street-animals 1.0.0").UncheckAsync();

        await Assertions.Expect(visitor.Page.Locator("[data-metric=Accuracy] td")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task An_experiment_is_looked_at_closely_with_its_confusion_and_worst_examples()
    {
        browser.Api.Training.Runs.AddRange([FakeExperiments.Better, FakeExperiments.Worse]);
        await using var visitor = await browser.VisitAsync("experiments");
        await visitor.Page.Locator($"[data-closer='{FakeExperiments.Worse.RunId}']").ClickAsync();

        await Assertions.Expect(visitor.Page.Locator("[data-worst] li")).ToHaveCountAsync(16);
        await Assertions.Expect(visitor.Page.Locator("[data-worst] li").First).ToContainTextAsync("99.0 % against 1.0 %");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Img, new() { Name = "84 of 100 images of cat were called cat" })).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator("[data-class=fox]")).ToContainTextAsync("0.84");
    }

    [Fact]
    public async Task The_comparison_is_saved_for_other_programs()
    {
        browser.Api.Training.Runs.AddRange([FakeExperiments.Better, FakeExperiments.Worse]);
        await using var visitor = await browser.VisitAsync("experiments");
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Save as CSV" }).ClickAsync());
        var lines = await File.ReadAllLinesAsync(await download.PathAsync());

        Assert.Equal("\"\",\"street-animals 1.1.0\",\"street-animals 1.0.0\"", lines[0]);
        Assert.Contains("\"Accuracy\",\"0.92\",\"0.84\"", lines);
    }

    [Fact]
    public async Task Before_the_first_experiment_the_page_says_how_to_begin()
    {
        browser.Api.Training.Runs.Add(FakeTraining.Challenger);
        await using var visitor = await browser.VisitAsync("experiments");

        await Assertions.Expect(visitor.Page.Locator(".empty")).ToContainTextAsync("No image classifier has been trained yet.");
    }

    public void Dispose() => browser.Api.Reset();
}
