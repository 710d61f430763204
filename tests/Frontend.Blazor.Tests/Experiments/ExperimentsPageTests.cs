using AspireMl.Frontend.Blazor.Tests.Testing;
using Microsoft.Playwright;

namespace AspireMl.Frontend.Blazor.Tests.Experiments;

[Collection(SharedBrowser.Name)]
public sealed class ExperimentsPageTests(Browser browser) : IDisposable
{
    [Fact]
    public async Task Experiments_of_a_model_stand_side_by_side_with_the_better_figure_marked()
    {
        browser.Api.Training.Runs.AddRange([FakeExperiments.Better, FakeExperiments.Worse, FakeTraining.Challenger, FakeTraining.Running]);
        await using var visitor = await browser.VisitAsync("experiments");
        await Assertions.Expect(visitor.Page.Locator("[data-experiment]")).ToHaveCountAsync(4);
        await Assertions.Expect(visitor.Page.Locator("[data-metric=accuracy] td")).ToHaveTextAsync(["0.92best", "0.84"]);
        await Assertions.Expect(visitor.Page.Locator("[data-metric=macroAuc] .badge")).ToHaveCountAsync(0);
        await Assertions.Expect(visitor.Page.Locator("[data-metric=macroAuc] th")).ToHaveTextAsync("Macro AUC");
        await visitor.Page.GetByLabel("Compare street-animals 1.0.0").UncheckAsync();

        await Assertions.Expect(visitor.Page.Locator("[data-metric]")).ToHaveCountAsync(0);
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "street-animals 1.1.0, looked at closely" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Experiments_on_different_data_are_said_to_be_so()
    {
        browser.Api.Training.Runs.AddRange([FakeExperiments.Better, FakeExperiments.Worse with { DataHash = new('e', 64) }]);
        await using var visitor = await browser.VisitAsync("experiments");

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Note)).ToContainTextAsync("not judged on the same data");
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
    public async Task All_experiments_are_saved_for_other_programs()
    {
        browser.Api.Training.Runs.AddRange([FakeExperiments.Better, FakeExperiments.Worse]);
        await using var visitor = await browser.VisitAsync("experiments");
        await visitor.Page.Locator("[data-experiment]").First.WaitForAsync();
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Save all as CSV" }).ClickAsync());

        Assert.Equal("csv: 2 runs", await File.ReadAllTextAsync(await download.PathAsync()));
    }

    [Fact]
    public async Task Before_the_first_experiment_the_page_says_how_to_begin()
    {
        await using var visitor = await browser.VisitAsync("experiments");

        await Assertions.Expect(visitor.Page.Locator(".empty")).ToContainTextAsync("Nothing has been trained yet.");
    }

    public void Dispose() => browser.Api.Reset();
}
