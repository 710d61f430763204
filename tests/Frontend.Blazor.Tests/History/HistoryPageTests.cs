using AspireMl.Frontend.Blazor.Tests.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace AspireMl.Frontend.Blazor.Tests.History;

[Collection(SharedBrowser.Name)]
public sealed class HistoryPageTests : IDisposable
{
    readonly Browser _browser;

    public HistoryPageTests(Browser browser)
    {
        _browser = browser;
        var image = File.ReadAllBytes(SamplePages.ReceiptPath);
        browser.Api.Records.AddRange(SampleRecords.Past(45, TimeSpan.FromHours(1), image));
        browser.Api.Images[browser.Api.Records[0].InputHash!] = image;
    }

    [Fact]
    public async Task The_list_is_narrowed_by_verdict_and_model_and_the_address_keeps_it()
    {
        await using var visitor = await _browser.VisitAsync("history");
        await visitor.Page.Locator("#filter-model option[value=layoutlmv3]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await visitor.Page.Locator("#filter-verdict").SelectOptionAsync("incorrect");
        await visitor.Page.Locator("#filter-model").SelectOptionAsync("layoutlmv3");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Filter" }).ClickAsync();
        var wanted = _browser.Api.Records.Count(record => record.Model.Name == "layoutlmv3" && record.Feedback?.Verdict == "incorrect");

        await Assertions.Expect(visitor.Page.Locator("[data-inference]")).ToHaveCountAsync(wanted);
        Assert.EndsWith("/history?model=layoutlmv3&verdict=incorrect", visitor.Page.Url, StringComparison.Ordinal);
        await visitor.Page.ReloadAsync();
        await Assertions.Expect(visitor.Page.Locator("[data-inference]")).ToHaveCountAsync(wanted);
        await Assertions.Expect(visitor.Page.Locator("#filter-verdict")).ToHaveValueAsync("incorrect");
    }

    [Fact]
    public async Task Days_are_those_of_the_persons_clock()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, berlin).DateTime);
        var wanted = _browser.Api.Records.Count(record => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(record.CreatedAt, berlin).DateTime) == today.AddDays(-1));
        await using var visitor = await _browser.VisitAsync($"history?from={today.AddDays(-1):yyyy-MM-dd}&to={today.AddDays(-1):yyyy-MM-dd}");

        await Assertions.Expect(visitor.Page.Locator("[data-inference]")).ToHaveCountAsync(Math.Min(wanted, 20));
    }

    [Fact]
    public async Task Older_pages_follow_by_cursor()
    {
        await using var visitor = await _browser.VisitAsync("history");
        var rows = visitor.Page.Locator("[data-inference]");
        await Assertions.Expect(rows).ToHaveCountAsync(20);
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Older" }).ClickAsync();
        await Assertions.Expect(rows.First).ToHaveAttributeAsync("data-inference", $"{_browser.Api.Records[20].InferenceId}");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Older" }).ClickAsync();
        await Assertions.Expect(rows).ToHaveCountAsync(5);
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Newest" }).ClickAsync();
        await Assertions.Expect(rows.First).ToHaveAttributeAsync("data-inference", $"{_browser.Api.Records[0].InferenceId}");
    }

    [Fact]
    public async Task One_answer_is_opened_with_its_image_marks_and_words_and_judged_anew()
    {
        await using var visitor = await _browser.VisitAsync("history?verdict=incorrect");
        var record = _browser.Api.Records.First(record => record.Feedback?.Verdict == "incorrect");
        await visitor.Page.Locator($"[data-inference='{record.InferenceId}'] a").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("[data-mark]")).ToHaveCountAsync(1);
        Assert.Equal(SamplePages.Receipt.Width, await visitor.Page.Locator(".page-image").EvaluateAsync<int>("image => image.decode().then(() => image.naturalWidth)"));
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "What the OCR read" }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".word-box")).ToHaveCountAsync(record.Words!.Count);

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Change" }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Correct", Exact = true }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".feedback-given")).ToContainTextAsync("You marked this answer as correct.");
        Assert.Equal("correct", _browser.Api.Records.Find(other => other.InferenceId == record.InferenceId)!.Feedback!.Verdict);

        await visitor.Page.Locator(".back a").ClickAsync();
        Assert.EndsWith("/history?verdict=incorrect", visitor.Page.Url, StringComparison.Ordinal);
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task An_answered_row_is_found_by_its_kind_and_shows_its_values()
    {
        _browser.Api.Records.Insert(0, SampleRecords.Row(DateTimeOffset.UtcNow));
        await using var visitor = await _browser.VisitAsync("history");
        await visitor.Page.Locator("#filter-task").SelectOptionAsync("tabular-regression");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Filter" }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("[data-inference]")).ToHaveCountAsync(1);
        await Assertions.Expect(visitor.Page.Locator(".record-main")).ToContainTextAsync("412.375");
        await visitor.Page.Locator(".record-main a").ClickAsync();

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Row)).ToHaveTextAsync(["FeatureValue", "h_data151.25", "ah_datamissing", "recipedark"]);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Correct", Exact = true }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".feedback-given")).ToContainTextAsync("You marked this answer as correct.");
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task A_classified_image_is_shown_with_its_labels()
    {
        var image = File.ReadAllBytes(SamplePages.ReceiptPath);
        var record = SampleRecords.Image(DateTimeOffset.UtcNow, image);
        _browser.Api.Records.Insert(0, record);
        await using var visitor = await _browser.VisitAsync($"history/{record.InferenceId}");

        await Assertions.Expect(visitor.Page.Locator("[data-label-bar='truck']")).ToContainTextAsync("81.0 %");
        Assert.True(await visitor.Page.GetByAltText("The image that was classified").EvaluateAsync<bool>("image => image.decode().then(() => image.naturalWidth > 0)"));
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "An image" })).ToBeVisibleAsync();
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task An_unknown_answer_and_a_refusal_are_told_in_the_services_words()
    {
        await using var visitor = await _browser.VisitAsync($"history/{Guid.CreateVersion7()}");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("No inference has this id.");
        _browser.Api.Refusal = FakeInferenceApi.Problem(StatusCodes.Status503ServiceUnavailable, "The database is away for a moment.");
        await visitor.GoAsync("history");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The database is away for a moment.");
    }

    public void Dispose() => _browser.Api.Reset();
}
