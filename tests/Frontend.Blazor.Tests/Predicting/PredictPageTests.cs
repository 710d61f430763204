using AspireMl.Frontend.Blazor.Tests.Testing;
using Microsoft.Playwright;

namespace AspireMl.Frontend.Blazor.Tests.Predicting;

[Collection(SharedBrowser.Name)]
public sealed class PredictPageTests : IDisposable
{
    readonly Browser _browser;

    public PredictPageTests(Browser browser)
    {
        _browser = browser;
        browser.Api.Models = [browser.Api.Tabular.Summary];
    }

    [Fact]
    public async Task The_form_comes_from_the_card_and_the_prediction_is_explained()
    {
        await using var visitor = await _browser.VisitAsync("predict");
        await visitor.Page.Locator("#feature-h_data").FillAsync("171.5");
        await visitor.Page.GetByLabel("fuel").SelectOptionAsync("oil");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Predict" }).ClickAsync();

        await Assertions.Expect(visitor.Page.Locator(".prediction-value")).ToHaveTextAsync("390.5 points");
        await Assertions.Expect(visitor.Page.Locator(".contributions tr").Nth(1)).ToContainTextAsync("h_data");
        await Assertions.Expect(visitor.Page.Locator(".prediction")).ToContainTextAsync("Training saw h_data 130 to 210");
        var row = Assert.Single(_browser.Api.Tabular.Instances);
        Assert.Equal((171.5, 7.5, "oil"), (row.GetProperty("h_data").GetDouble(), row.GetProperty("ah_data").GetDouble(), row.GetProperty("fuel").GetString()));
    }

    [Fact]
    public async Task What_the_service_refuses_is_said_in_its_own_words()
    {
        _browser.Api.Tabular.Refusal = FakeInferenceApi.Problem(422, "Row 1: h_data is no number.");
        await using var visitor = await _browser.VisitAsync("predict");
        await visitor.Page.Locator("#feature-h_data").FillAsync("high");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Predict" }).ClickAsync();

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Row 1: h_data is no number.");
    }

    [Fact]
    public async Task A_file_is_predicted_and_saved_with_a_column_more()
    {
        await using var visitor = await _browser.VisitAsync("predict");
        await ChooseAsync(visitor, "h_data,ah_data,fuel,lot\n170,7.5,gas,\"a, b\"\n180,,oil,c\n");
        await Assertions.Expect(visitor.Page.GetByText("2 rows of rows.csv")).ToBeVisibleAsync();

        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Save with predictions" }).ClickAsync());
        Assert.Equal("rows-predicted.csv", download.SuggestedFilename);
        Assert.Equal(
            "h_data,ah_data,fuel,lot,predicted_quality\r\n170,7.5,gas,\"a, b\",390.5\r\n180,,oil,c,391.5\r\n",
            await File.ReadAllTextAsync(await download.PathAsync()));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, _browser.Api.Tabular.Instances[1].GetProperty("ah_data").ValueKind);
    }

    [Theory]
    [InlineData("", "The file is empty")]
    [InlineData("h_data,fuel\n1,gas\n", "The header lacks ah_data.")]
    [InlineData("h_data,ah_data,fuel\n", "no rows")]
    [InlineData("h_data,ah_data,fuel\n1,\"7\"5,gas\n", "line 2")]
    public async Task A_file_that_cannot_be_used_is_refused_with_a_reason(string content, string reason)
    {
        await using var visitor = await _browser.VisitAsync("predict");
        await ChooseAsync(visitor, content);

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(reason);
    }

    public void Dispose() => _browser.Api.Reset();

    static Task ChooseAsync(Visitor visitor, string content) =>
        visitor.ChooseAsync("CSV file", "rows.csv", "text/csv", System.Text.Encoding.UTF8.GetBytes(content));
}
