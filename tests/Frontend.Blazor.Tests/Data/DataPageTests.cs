using System.Text;
using AspireMl.Frontend.Blazor.Tests.Testing;
using Microsoft.Playwright;

namespace AspireMl.Frontend.Blazor.Tests.Data;

[Collection(SharedBrowser.Name)]
public sealed class DataPageTests(Browser browser) : IDisposable
{
    [Fact]
    public async Task Splits_rows_and_a_column_are_shown()
    {
        await using var visitor = await browser.VisitAsync("data");
        await Assertions.Expect(visitor.Page.Locator(".rows tbody tr")).ToHaveCountAsync(25);
        await Assertions.Expect(visitor.Page.Locator("[data-split=training]")).ToContainTextAsync("40");
        await visitor.Page.GetByLabel("Column").SelectOptionAsync("h_data");
        await Assertions.Expect(visitor.Page.Locator(".chart figcaption")).ToContainTextAsync("h_data");
        await visitor.Page.Locator("[data-split=production]").ClickAsync();

        await Assertions.Expect(visitor.Page.Locator(".empty")).ToHaveTextAsync("This split has no rows yet.");
    }

    [Fact]
    public async Task Rejected_rows_are_listed_with_their_reasons()
    {
        await using var visitor = await browser.VisitAsync("data");
        await visitor.Page.Locator("[data-split=production]").ClickAsync();
        await ChooseAsync(visitor, "time,h_data,ah_data,quality\n");

        await Assertions.Expect(visitor.Page.Locator(".rejections")).ToHaveTextAsync("Row 3: h_data is no number.");
        Assert.Equal("production: time,h_data,ah_data,quality\n", browser.Api.Datasets.Uploaded);
    }

    [Fact]
    public async Task A_file_with_another_header_is_refused_in_the_service_s_words()
    {
        browser.Api.Datasets.Refusal = FakeInferenceApi.Problem(422, "The header is not that of this dataset: it lacks ah_data.");
        await using var visitor = await browser.VisitAsync("data");
        await ChooseAsync(visitor, "time,h_data\n");

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("it lacks ah_data");
    }

    public void Dispose() => browser.Api.Reset();

    static Task ChooseAsync(Visitor visitor, string content) =>
        visitor.ChooseAsync("CSV file", "rows.csv", "text/csv", Encoding.UTF8.GetBytes(content));
}
