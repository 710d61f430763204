using Microsoft.JSInterop;

namespace AspireMl.Frontend.Blazor.Web;

/// <summary>Gives people files that a page has made.</summary>
internal static class BrowserDownloads
{
    /// <summary>Saves a file of CSV.</summary>
    /// <param name="js">The browser.</param>
    /// <param name="name">What to call it.</param>
    /// <param name="content">The file, read from its position.</param>
    public static async Task SaveCsvAsync(this IJSRuntime js, string name, Stream content)
    {
        await using var module = await js.InvokeAsync<IJSObjectReference>("import", "./js/download.js");
        using var reference = new DotNetStreamReference(content);
        await module.InvokeVoidAsync("save", name, "text/csv", reference);
    }
}
