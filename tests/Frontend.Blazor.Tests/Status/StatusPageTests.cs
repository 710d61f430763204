using AspireMl.Frontend.Blazor.Tests.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace AspireMl.Frontend.Blazor.Tests.Status;

[Collection(SharedBrowser.Name)]
public sealed class StatusPageTests(Browser browser) : IDisposable
{
    [Fact]
    public async Task Services_models_and_figures_are_those_of_the_service()
    {
        browser.Api.Records.AddRange(SampleRecords.Past(23, TimeSpan.FromMinutes(47), []));
        await using var visitor = await browser.VisitAsync("status");

        await Assertions.Expect(visitor.Page.Locator("[data-service=inference-api]")).ToContainTextAsync("Healthy");
        await Assertions.Expect(visitor.Page.Locator("[data-service=inference-api] [data-check=database]")).ToContainTextAsync("PostgreSQL 18 answers.");
        await Assertions.Expect(visitor.Page.Locator("[data-model=span-reader]")).ToContainTextAsync("champion");
        await Assertions.Expect(visitor.Page.Locator("[data-model=span-reader] td").First).ToHaveTextAsync("0.953");
        await Assertions.Expect(visitor.Page.Locator("[data-model=layoutlmv3]")).ToContainTextAsync("Its weights are not installed.");
        await Assertions.Expect(visitor.Page.Locator(".figures dd").First).ToHaveTextAsync("23");
        await visitor.Page.GetByText("As a table").First.ClickAsync();
        Assert.Equal(23, (await visitor.Page.Locator(".chart").First.Locator("td:last-child").AllTextContentsAsync()).Sum(int.Parse));
    }

    [Fact]
    public async Task An_unhealthy_database_is_named()
    {
        browser.Api.HealthStatus = StatusCodes.Status503ServiceUnavailable;
        browser.Api.Health = new { status = "Unhealthy", checks = new { database = new { status = "Unhealthy", description = "PostgreSQL does not answer." } } };
        await using var visitor = await browser.VisitAsync("status");

        await Assertions.Expect(visitor.Page.Locator("[data-service=inference-api]")).ToContainTextAsync("Unhealthy");
        await Assertions.Expect(visitor.Page.Locator("[data-service=inference-api] [data-check=database]")).ToContainTextAsync("PostgreSQL does not answer.");
    }

    [Theory]
    [InlineData("inference-api")]
    [InlineData("monitoring-worker")]
    [InlineData("retraining-worker")]
    [InlineData("simulator")]
    public async Task Each_service_says_how_it_is(string service)
    {
        await using var visitor = await browser.VisitAsync("status");

        await Assertions.Expect(visitor.Page.Locator($"[data-service={service}] > .tile-state")).ToHaveTextAsync("Healthy");
    }

    [Fact]
    public async Task The_theme_follows_the_system_until_the_person_chooses()
    {
        await using var visitor = await browser.VisitAsync("status");
        var root = visitor.Page.Locator("html");
        await Assertions.Expect(root).ToHaveAttributeAsync("data-theme", "light");
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Assertions.Expect(root).ToHaveAttributeAsync("data-theme", "dark");
        await visitor.Page.Locator("[data-theme-toggle]").ClickAsync();
        await Assertions.Expect(root).ToHaveAttributeAsync("data-theme", "light");
        await visitor.GoAsync("");
        await Assertions.Expect(root).ToHaveAttributeAsync("data-theme", "light");
    }

    public void Dispose() => browser.Api.Reset();
}
