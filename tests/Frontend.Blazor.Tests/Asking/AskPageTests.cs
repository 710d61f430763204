using AspireMl.Frontend.Blazor.Tests.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace AspireMl.Frontend.Blazor.Tests.Asking;

[Collection(SharedBrowser.Name)]
public sealed class AskPageTests(Browser browser) : IDisposable
{
    [Fact]
    public async Task A_dropped_image_is_answered_and_its_place_marked()
    {
        await using var visitor = await browser.VisitAsync();
        await visitor.DropAsync(SamplePages.ReceiptPath, "photo.jpg", "image/jpeg");
        await visitor.AskAsync("What is the total?");

        // Both in one call: the page may move between two.
        var places = await visitor.Page.EvaluateAsync<double[]>(
            """
            () => [".page-image", "[data-mark]"].flatMap(selector => {
              const { x, y, width, height } = document.querySelector(selector).getBoundingClientRect();
              return [x, y, width, height];
            })
            """);
        var (image, mark) = (places[..4], places[4..]);
        var scale = image[2] / SamplePages.Receipt.Width;
        Assert.Equal(image[0] + (SamplePages.Total.X * scale), mark[0], 2.0);
        Assert.Equal(image[1] + (SamplePages.Total.Y * scale), mark[1], 2.0);
        Assert.Equal(SamplePages.Total.Width * scale, mark[2], 4.0);
        Assert.Equal(SamplePages.Total.Height * scale, mark[3], 4.0);
        Assert.Equal(await File.ReadAllBytesAsync(SamplePages.ReceiptPath), Assert.Single(browser.Api.Images).Value);
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task The_keyboard_alone_leads_from_a_sample_to_a_verdict()
    {
        await using var visitor = await browser.VisitAsync();
        await visitor.TabToAsync("[data-sample=cafe-receipt]");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visitor.Page.Locator("#question")).ToBeFocusedAsync();
        await visitor.Page.Keyboard.TypeAsync("What is the total?");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visitor.Page.Locator(".answer.is-current .answer-words")).ToHaveTextAsync("GBP 41.58");

        await visitor.TabToAsync(".feedback-question button:last-child");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visitor.Page.Locator(".feedback-form input")).ToBeFocusedAsync();
        await visitor.Page.Keyboard.TypeAsync("GBP 40.00");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visitor.Page.Locator(".feedback-given")).ToContainTextAsync("incorrect");

        var feedback = Assert.Single(browser.Api.Records).Feedback;
        Assert.Equal(("incorrect", "GBP 40.00"), (feedback!.Verdict, feedback.Expected));
    }

    [Fact]
    public async Task A_second_question_keeps_the_page_and_the_first_answer()
    {
        await using var visitor = await browser.VisitAsync();
        await visitor.OpenSampleAsync();
        await visitor.AskAsync("What is the total?");
        var shown = await visitor.Page.Locator(".page-image").GetAttributeAsync("src");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "When was this issued?" }).ClickAsync();
        await visitor.Page.Locator(".answer.is-current").Filter(new() { HasText = "When was this issued?" }).WaitForAsync();

        Assert.Equal(shown, await visitor.Page.Locator(".page-image").GetAttributeAsync("src"));
        Assert.Equal(2, await visitor.Page.Locator(".answer").CountAsync());

        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "History" }).First.ClickAsync();
        await visitor.Page.Locator("[data-inference]").First.WaitForAsync();
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Ask" }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".answer")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task The_services_sentence_is_shown_when_it_refuses()
    {
        browser.Api.Refusal = FakeInferenceApi.Problem(StatusCodes.Status422UnprocessableEntity, "No text was found on this page.");
        await using var visitor = await browser.VisitAsync();
        await visitor.OpenSampleAsync();
        await visitor.Page.Locator("#question").FillAsync("What is the total?");
        await visitor.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("No text was found on this page.");
        Assert.Equal("What is the total?", await visitor.Page.Locator("#question").InputValueAsync());
        Assert.Equal(0, await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).CountAsync());
    }

    [Fact]
    public async Task A_full_service_may_be_asked_again()
    {
        browser.Api.Refusal = FakeInferenceApi.Problem(StatusCodes.Status429TooManyRequests, "The queue is full.");
        await using var visitor = await browser.VisitAsync();
        await visitor.OpenSampleAsync();
        await visitor.Page.Locator("#question").FillAsync("What is the total?");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.GetByRole(AriaRole.Alert).WaitForAsync();
        browser.Api.Refusal = null;
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Assertions.Expect(visitor.Page.Locator(".answer-words")).ToHaveTextAsync("GBP 41.58");
    }

    [Fact]
    public async Task A_question_can_be_cancelled_and_the_service_hears_of_it()
    {
        browser.Api.Gate = new();
        await using var visitor = await browser.VisitAsync();
        await visitor.OpenSampleAsync();
        await visitor.Page.Locator("#question").FillAsync("What is the total?");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visitor.Page.Locator(".working")).ToContainTextAsync("Reading the page");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();

        await browser.Api.Abandoned.Task.WaitAsync(TimeSpan.FromSeconds(10));
        await Assertions.Expect(visitor.Page.Locator(".working")).ToHaveCountAsync(0);
        Assert.Equal(0, await visitor.Page.GetByRole(AriaRole.Alert).CountAsync());
    }

    [Fact]
    public async Task What_the_ocr_read_lies_over_the_page_on_demand()
    {
        await using var visitor = await browser.VisitAsync();
        await visitor.OpenSampleAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "What the OCR read" }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".word-text")).ToHaveTextAsync(["HARBOUR", "LANE", "CAFE", "Date:", "14/03/2026", "10:42", "TOTAL", "GBP", "41.58"]);
        await visitor.ShotAsync("words");

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "What the OCR read" }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".word-text")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_tiff_is_answered_though_the_browser_cannot_show_it()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, [(byte)'I', (byte)'I', 42, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        await using var visitor = await browser.VisitAsync();
        await visitor.DropAsync(path, "scan.tif", "image/tiff");
        await Assertions.Expect(visitor.Page.Locator(".page-hidden")).ToContainTextAsync("cannot show TIFF");
        await visitor.AskAsync("What is the total?");

        await Assertions.Expect(visitor.Page.Locator(".page-marks.is-alone [data-mark]")).ToHaveCountAsync(1);
        Assert.Equal("image/tiff", Assert.Single(browser.Api.Records).MediaType);
        File.Delete(path);
    }

    [Fact]
    public async Task A_file_that_is_no_image_is_refused_in_a_sentence()
    {
        await using var visitor = await browser.VisitAsync();
        await visitor.DropAsync(typeof(AskPageTests).Assembly.Location, "program.jpg", "image/jpeg");

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("not a JPEG, PNG, WebP or TIFF image");
        await Assertions.Expect(visitor.Page.Locator(".drop-zone")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Where_several_models_are_ready_the_person_may_choose()
    {
        browser.Api.Models = [.. SampleRecords.Models.Select(model => model with { Ready = true })];
        await using var visitor = await browser.VisitAsync();
        await visitor.OpenSampleAsync();
        await visitor.Page.Locator("#model").SelectOptionAsync("layoutlmv3");
        await visitor.AskAsync("What is the total?");

        Assert.Equal("layoutlmv3", Assert.Single(browser.Api.Records).Model.Name);
    }

    [Fact]
    public async Task Two_people_do_not_see_each_others_documents()
    {
        await using var first = await browser.VisitAsync();
        await first.OpenSampleAsync();
        await first.AskAsync("What is the total?");
        await using var second = await browser.VisitAsync();

        Assert.Equal(0, await second.Page.Locator(".answer").CountAsync());
        Assert.Equal(0, await second.Page.Locator(".page-image").CountAsync());
    }

    public void Dispose() => browser.Api.Reset();
}
