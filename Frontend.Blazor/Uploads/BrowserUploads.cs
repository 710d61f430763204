using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AspireMl.Frontend.Blazor.Uploads;

/// <summary>The browser's side of the uploads of a page: what is chosen, dropped and pasted there is sent and told of here.</summary>
internal sealed class BrowserUploads(IJSRuntime js, UploadStore store, IUploadTarget target) : IAsyncDisposable
{
    const int LongestName = 120;

    IJSObjectReference? _uploads;
    DotNetObjectReference<BrowserUploads>? _self;

    /// <summary>Begins to listen.</summary>
    /// <param name="root">The element of the page.</param>
    /// <param name="mostBytes">Most bytes of an image.</param>
    public async Task AttachAsync(ElementReference root, long mostBytes)
    {
        _self = DotNetObjectReference.Create(this);
        await using var module = await js.InvokeAsync<IJSObjectReference>("import", "./js/upload.js");
        _uploads = await module.InvokeAsync<IJSObjectReference>("attach", root, _self, UploadEndpoints.Path, mostBytes);
    }

    /// <summary>Lets the browser forget pictures, which it holds in its memory until it hears that nobody looks at them any more.</summary>
    public Task ReleaseAsync(IEnumerable<string> previewUrls) => _uploads?.InvokeVoidAsync("release", previewUrls).AsTask() ?? Task.CompletedTask;

    /// <summary>Called by the browser.</summary>
    [JSInvokable]
    public void OnBegun(int key, string name, string? previewUrl) => target.Begin(key, name[..Math.Min(name.Length, LongestName)], previewUrl);

    /// <summary>Called by the browser.</summary>
    [JSInvokable]
    public void OnProgress(int key, int percent) => target.Progress(key, Math.Clamp(percent, 0, 100));

    /// <summary>Called by the browser.</summary>
    [JSInvokable]
    public void OnArrived(int key, string id)
    {
        if (store.Take(id) is { } file)
        {
            target.Arrive(key, file);
        }
        else
        {
            target.Refuse(key, "The image was put away before it could be used. Choose it once more.");
        }
    }

    /// <summary>Called by the browser.</summary>
    [JSInvokable]
    public void OnRefused(int key, string sentence) => target.Refuse(key, sentence);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_uploads is not null)
            {
                await _uploads.InvokeVoidAsync("detach");
                await _uploads.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and its listeners with it.
        }

        _self?.Dispose();
    }
}
