using AspireMl.Contracts.Inferences;
using AspireMl.Frontend.Blazor.Tests.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace AspireMl.Frontend.Blazor.Tests.Classifying;

[Collection(SharedBrowser.Name)]
public sealed class ClassifyPageTests : IDisposable
{
    const string Jpeg = "image/jpeg";

    readonly Browser _browser;

    public ClassifyPageTests(Browser browser)
    {
        _browser = browser;
        browser.Api.Models = [FakeClassifier.Summary];
    }

    [Fact]
    public async Task Several_images_at_once_are_shown_with_what_they_show_and_where()
    {
        await using var visitor = await _browser.VisitAsync("classify");
        await visitor.DropAsync([SamplePages.ReceiptPath, SamplePages.ReceiptPath, SamplePages.ReceiptPath], Jpeg);
        var cards = visitor.Page.Locator("[data-classified]");
        await Assertions.Expect(cards.Locator(".label-bars")).ToHaveCountAsync(3);

        await Assertions.Expect(cards.First.Locator("[data-label-bar] .number")).ToHaveTextAsync(["91.2 %", "8.7 %", "< 0.1 %"]);
        Assert.Equal(3, _browser.Api.Classifier.Asked.Select(asked => asked.File).Distinct().Count());
        Assert.All(_browser.Api.Classifier.Asked, asked => Assert.True(asked.Explain));
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task The_heat_map_covers_the_picture_as_strongly_as_wanted_or_not_at_all()
    {
        await using var visitor = await _browser.VisitAsync("classify");
        await visitor.DropAsync(SamplePages.ReceiptPath, "photo.jpg", Jpeg);
        var heat = visitor.Page.Locator(".classified-heat");
        await Assertions.Expect(heat).ToHaveAttributeAsync("opacity", "0.6");
        var places = await visitor.Page.EvaluateAsync<double[]>(
            """
            () => [".classified-picture img", ".classified-heat"].flatMap(selector => {
              const { x, y, width, height } = document.querySelector(selector).getBoundingClientRect();
              return [x, y, width, height];
            })
            """);
        Assert.Equal(places[..4], places[4..]);

        await visitor.Page.GetByLabel("Strength").FillAsync("25");
        await Assertions.Expect(heat).ToHaveAttributeAsync("opacity", "0.25");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Heat map" }).ClickAsync();
        await Assertions.Expect(heat).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_wrong_answer_is_corrected_with_one_of_the_classifiers_labels()
    {
        await using var visitor = await _browser.VisitAsync("classify");
        await visitor.DropAsync(SamplePages.ReceiptPath, "photo.jpg", Jpeg);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Incorrect" }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("datalist option")).ToHaveCountAsync(3);
        Assert.Equal(["cat", "dog", "truck"], await visitor.Page.Locator("datalist option").EvaluateAllAsync<string[]>("options => options.map(option => option.value)"));
        await visitor.Page.GetByLabel("What is the right answer?").FillAsync("dog");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();

        await Assertions.Expect(visitor.Page.Locator(".feedback-given")).ToContainTextAsync("“dog”");
        Assert.Equal(new Feedback(Feedback.Incorrect, "dog"), Assert.Single(_browser.Api.Classifier.Verdicts));
    }

    [Fact]
    public async Task Two_people_do_not_see_each_others_images_and_a_look_elsewhere_loses_none()
    {
        await using var first = await _browser.VisitAsync("classify");
        await first.DropAsync(SamplePages.ReceiptPath, "photo.jpg", Jpeg);
        await first.Page.Locator(".label-bars").WaitForAsync();
        await using var second = await _browser.VisitAsync("classify");
        Assert.Equal(0, await second.Page.Locator("[data-classified]").CountAsync());

        await first.Page.GetByRole(AriaRole.Link, new() { Name = "Status" }).ClickAsync();
        await first.Page.Locator("[data-service]").First.WaitForAsync();
        await first.Page.GetByRole(AriaRole.Link, new() { Name = "Classify" }).ClickAsync();
        await Assertions.Expect(first.Page.Locator(".label-bars")).ToHaveCountAsync(1);
        await first.Page.GetByRole(AriaRole.Button, new() { Name = "Put photo.jpg away" }).ClickAsync();
        await Assertions.Expect(first.Page.Locator("[data-classified]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_full_service_may_be_asked_again_about_one_image()
    {
        _browser.Api.Classifier.Refusal = FakeInferenceApi.Problem(StatusCodes.Status429TooManyRequests, "The queue is full.");
        await using var visitor = await _browser.VisitAsync("classify");
        await visitor.DropAsync(SamplePages.ReceiptPath, "photo.jpg", Jpeg);
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The queue is full.");
        _browser.Api.Classifier.Refusal = null;
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Assertions.Expect(visitor.Page.Locator(".label-bars")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Among_good_images_a_bad_one_is_refused_by_itself()
    {
        await using var visitor = await _browser.VisitAsync("classify");
        await visitor.DropAsync([SamplePages.ReceiptPath, typeof(ClassifyPageTests).Assembly.Location, SamplePages.ReceiptPath], Jpeg);

        await Assertions.Expect(visitor.Page.Locator(".label-bars")).ToHaveCountAsync(2);
        await Assertions.Expect(visitor.Page.Locator("[data-classified^='1-']")).ToContainTextAsync("not a JPEG, PNG, WebP or TIFF image");
    }

    [Fact]
    public async Task Without_a_classifier_the_page_says_where_one_comes_from()
    {
        _browser.Api.Models = SampleRecords.Models;
        await using var visitor = await _browser.VisitAsync("classify");

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Note)).ToContainTextAsync("No classifier is ready.");
    }

    [Fact]
    public async Task Where_several_classifiers_are_ready_the_person_may_choose_and_none_is_asked_for_what_it_lacks()
    {
        var plain = FakeClassifier.Summary.Versions[0];
        _browser.Api.Models = [FakeClassifier.Summary, FakeClassifier.Summary with { Name = "plain", Versions = [plain with { Image = plain.Image! with { Maps = null } }] }];
        await using var visitor = await _browser.VisitAsync("classify");
        await visitor.Page.GetByLabel("Answered by").SelectOptionAsync("plain");
        await visitor.DropAsync(SamplePages.ReceiptPath, "photo.jpg", Jpeg);
        await visitor.Page.Locator(".label-bars").WaitForAsync();

        Assert.False(Assert.Single(_browser.Api.Classifier.Asked).Explain);
        await Assertions.Expect(visitor.Page.Locator(".classified-heat")).ToHaveCountAsync(0);
    }

    public void Dispose() => _browser.Api.Reset();
}
