using AspireMl.Frontend.Blazor.Tests.Testing;
using Microsoft.Playwright;

namespace AspireMl.Frontend.Blazor.Tests.Models;

[Collection(SharedBrowser.Name)]
public sealed class ModelsPageTests : IDisposable
{
    readonly Browser _browser;

    public ModelsPageTests(Browser browser)
    {
        _browser = browser;
        browser.Api.Models = [browser.Api.Tabular.Summary];
    }

    [Fact]
    public async Task A_version_is_made_champion_for_a_reason_and_the_move_is_shown()
    {
        await using var visitor = await _browser.VisitAsync("models");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = FakeModels.Name }).ClickAsync();
        await visitor.Page.Locator("[data-version='1.1.0']").GetByRole(AriaRole.Button).ClickAsync();
        await visitor.Page.Locator("#reason").FillAsync("Its error is smaller.");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Make 1.1.0 the champion" }).ClickAsync();

        await Assertions.Expect(visitor.Page.Locator("[data-version='1.1.0']")).ToContainTextAsync("champion");
        await Assertions.Expect(visitor.Page.Locator("[data-move]").First).ToContainTextAsync("Its error is smaller.");
        Assert.Equal(("1.0.0", "1.1.0"), (_browser.Api.Tabular.Moves[0].From, _browser.Api.Tabular.Moves[0].To));
    }

    [Fact]
    public async Task A_package_is_added()
    {
        await using var visitor = await _browser.VisitAsync("models");
        await ChooseAsync(visitor);

        await Assertions.Expect(visitor.Page.GetByText("roast-quality 1.2.0 is registered.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_package_that_is_refused_says_what_is_wrong_in_it()
    {
        _browser.Api.Tabular.Refusal = FakeInferenceApi.Problem(422, "The file model.onnx is not the one that model.json names: its SHA-256 differs.");
        await using var visitor = await _browser.VisitAsync("models");
        await ChooseAsync(visitor);

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("its SHA-256 differs");
    }

    public void Dispose() => _browser.Api.Reset();

    static Task ChooseAsync(Visitor visitor) =>
        visitor.ChooseAsync("Package", "roast.zip", "application/zip", [0x50, 0x4b, 5, 6]);
}
