using Microsoft.Playwright;

namespace AspireMl.Frontend.Blazor.Tests.Testing;

/// <summary>One person at one browser window, who notes what the console complains of.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    public Visitor(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                Complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => Complaints.Add(error);
    }

    public IPage Page { get; }

    public List<string> Complaints { get; } = [];

    public async Task GoAsync(string path)
    {
        await Page.GotoAsync("/" + path);
        await Page.Locator("main[data-interactive]").WaitForAsync();
    }

    public async Task LookAsync(int width, ColorScheme theme)
    {
        await Page.EmulateMediaAsync(new() { ColorScheme = theme });
        await Page.SetViewportSizeAsync(width, width < 600 ? 844 : 860);
    }

    public async Task OpenSampleAsync(string id = "cafe-receipt")
    {
        await Page.Locator($"[data-sample={id}]").ClickAsync();
        await Page.Locator("#question").WaitForAsync();
    }

    public async Task<ILocator> AskAsync(string question)
    {
        await Page.Locator("#question").FillAsync(question);
        await Page.Keyboard.PressAsync("Enter");
        var answer = Page.Locator(".answer.is-current").Filter(new() { HasText = question });
        await answer.WaitForAsync();
        return answer;
    }

    public Task ShotAsync(string name) => Screenshots.TakeAsync(Page, name);

    public ValueTask DisposeAsync() => Page.Context.DisposeAsync();
}

/// <summary>Screenshots land beside the test results, for people to look at.</summary>
internal static class Screenshots
{
    static readonly string Folder = Path.GetFullPath(Path.Combine(FrontendProcess.ProjectFolder, "..", "artifacts", "screenshots"));

    public static Task TakeAsync(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png"), FullPage = true });
}
