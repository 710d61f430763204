using AspireMl.Contracts.ImageDatasets;
using AspireMl.Frontend.Blazor.Tests.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace AspireMl.Frontend.Blazor.Tests.ImageDatasets;

[Collection(SharedBrowser.Name)]
public sealed class ImageDatasetPageTests(Browser browser) : IDisposable
{
    const string Page = $"image-datasets/{FakeImageDatasets.Name}";

    static readonly byte[] Archive = [(byte)'P', (byte)'K', 5, 6, .. new byte[18]];

    [Fact]
    public async Task A_new_dataset_is_uploaded_and_what_was_left_out_is_told()
    {
        browser.Api.ImageDatasets.Versions.Clear();
        await using var visitor = await browser.VisitAsync("image-datasets");
        await Assertions.Expect(visitor.Page.Locator(".empty")).ToContainTextAsync("There is no image dataset yet.");
        browser.Api.ImageDatasets.Reset();
        await visitor.Page.GetByLabel("Name").FillAsync("animals");
        await visitor.ChooseAsync("Archive", "animals.zip", "application/zip", Archive);

        await Assertions.Expect(visitor.Page.GetByText("files were left out")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator(".rejections")).ToContainTextAsync("It breaks off in the middle.");
        var (dataset, mode, reason, archive) = browser.Api.ImageDatasets.Uploaded!.Value;
        Assert.Equal(("animals", ImageImportModes.Replace, null), (dataset, mode, reason));
        Assert.Equal(Archive, archive);
    }

    [Fact]
    public async Task Images_are_shown_by_split_and_class_page_by_page()
    {
        await using var visitor = await browser.VisitAsync("image-datasets");
        await visitor.Page.Locator("[data-dataset] a").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("[data-image]")).ToHaveCountAsync(48);
        await visitor.Page.GetByLabel("Split", new() { Exact = true }).SelectOptionAsync("testing");
        await Assertions.Expect(visitor.Page.Locator("[data-image]").First).ToContainTextAsync("testing");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "More" }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("[data-image]")).ToHaveCountAsync(12);
        await visitor.Page.GetByLabel("Class", new() { Exact = true }).SelectOptionAsync("fox");
        await Assertions.Expect(visitor.Page.Locator("[data-image]")).ToHaveCountAsync(20);

        await visitor.Page.WaitForFunctionAsync("document.querySelector('[data-image] img').naturalWidth > 0");
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task A_check_says_what_stops_training_and_shows_the_images()
    {
        await using var visitor = await browser.VisitAsync(Page);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Check version 2" }).ClickAsync();

        await Assertions.Expect(visitor.Page.Locator("[data-verdict]")).ToContainTextAsync("Training is stopped");
        await Assertions.Expect(visitor.Page.Locator("[data-check=duplicates-across-splits] [data-image]")).ToHaveCountAsync(2);
        await Assertions.Expect(visitor.Page.Locator("[data-check]")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task The_report_of_a_check_opens_by_itself()
    {
        await using var visitor = await browser.VisitAsync(Page);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Check version 2" }).ClickAsync();
        var report = await visitor.Page.RunAndWaitForPopupAsync(() => visitor.Page.GetByRole(AriaRole.Link, new() { Name = "The whole report" }).ClickAsync());

        await Assertions.Expect(report.Locator("h1")).ToHaveTextAsync("Report");
    }

    [Fact]
    public async Task A_classifier_is_trained_from_the_version_that_is_shown()
    {
        browser.Api.Models = [FakeClassifier.Summary];
        await using var visitor = await browser.VisitAsync($"{Page}?version=1");
        await visitor.Page.GetByLabel("Reason").FillAsync("The first try.");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Train from version 1" }).ClickAsync();

        await Assertions.Expect(visitor.Page.Locator(".facts")).ToContainTextAsync("The first try.");
        var request = Assert.Single(browser.Api.Training.Runs).Request;
        Assert.Equal((FakeImageDatasets.Name, 1, FakeClassifier.Name), (request.Image!.Dataset, request.Image.DatasetVersion, request.Image.Backbone));
    }

    [Fact]
    public async Task Versions_are_compared_and_an_earlier_one_is_restored()
    {
        await using var visitor = await browser.VisitAsync(Page);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("[data-comparison] dd")).ToHaveTextAsync(["14", "1", "2", "180"]);
        await Assertions.Expect(visitor.Page.GetByText("was cat")).ToBeVisibleAsync();
        await visitor.Page.GetByLabel("Version", new() { Exact = true }).SelectOptionAsync("1");
        await visitor.Page.GetByLabel("Why should version 1").FillAsync("The new camera was broken.");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Restore version 1" }).ClickAsync();

        await Assertions.Expect(visitor.Page.Locator(".facts")).ToContainTextAsync("The new camera was broken.");
        Assert.Equal(3, browser.Api.ImageDatasets.Versions.Count);
    }

    [Theory]
    [InlineData(StatusCodes.Status404NotFound, "There is no image dataset of this name.")]
    [InlineData(StatusCodes.Status503ServiceUnavailable, "The database cannot be reached.")]
    public async Task What_cannot_be_had_is_said_in_the_services_sentence(int status, string sentence)
    {
        browser.Api.ImageDatasets.Refusal = FakeInferenceApi.Problem(status, sentence);
        await using var visitor = await browser.VisitAsync(Page);
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(sentence);
        browser.Api.ImageDatasets.Refusal = null;
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Assertions.Expect(visitor.Page.Locator("[data-image]").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_refused_archive_leaves_the_reason()
    {
        await using var visitor = await browser.VisitAsync(Page);
        await visitor.Page.Locator("[data-image]").First.WaitForAsync();
        browser.Api.ImageDatasets.Refusal = FakeInferenceApi.Problem(StatusCodes.Status422UnprocessableEntity, "The archive has no folder with images.");
        await visitor.ChooseAsync("Archive", "empty.zip", "application/zip", Archive);

        await Assertions.Expect(visitor.Page.Locator(".import").GetByRole(AriaRole.Alert)).ToContainTextAsync("The archive has no folder with images.");
    }

    public void Dispose() => browser.Api.Reset();
}
