using Microsoft.Playwright;

namespace AspireMl.Frontend.Blazor.Tests.Testing;

/// <summary>Chromium, the frontend and a fake service, shared by the tests that look at pages.</summary>
public sealed class Browser : IAsyncLifetime
{
    IPlaywright? _playwright;
    IBrowser? _chromium;
    FrontendProcess? _frontend;

    internal FakeInferenceApi Api { get; private set; } = null!;

    internal string Address => _frontend!.Address;

    public async Task InitializeAsync()
    {
        var executable = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";
        Assert.True(File.Exists(executable), $"Chromium was not found at {executable}. Install it (Debian: apt-get install chromium) or name it in CHROMIUM.");
        Assertions.SetDefaultExpectTimeout(20_000);
        Api = await FakeInferenceApi.StartAsync();
        _frontend = await FrontendProcess.StartAsync(Api.Address);
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = executable,
            Args = ["--no-sandbox", "--disable-gpu"],
        });
    }

    public async Task DisposeAsync()
    {
        if (_chromium is not null)
        {
            await _chromium.DisposeAsync();
        }

        _playwright?.Dispose();
        _frontend?.Dispose();
        await Api.DisposeAsync();
    }

    internal async Task<Visitor> VisitAsync(string path = "")
    {
        var context = await _chromium!.NewContextAsync(new()
        {
            BaseURL = Address,
            ViewportSize = new() { Width = 1280, Height = 860 },
            ColorScheme = ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            TimezoneId = "Europe/Berlin",
        });
        context.SetDefaultTimeout(20_000);
        var visitor = new Visitor(await context.NewPageAsync());
        await visitor.GoAsync(path);
        return visitor;
    }
}

[CollectionDefinition(Name)]
public sealed class SharedBrowser : ICollectionFixture<Browser>
{
    public const string Name = "browser";
}
