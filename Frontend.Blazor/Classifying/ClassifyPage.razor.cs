using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Models;
using AspireMl.Frontend.Blazor.Uploads;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;

namespace AspireMl.Frontend.Blazor.Classifying;

/// <summary>Drop images and see what they show.</summary>
public sealed partial class ClassifyPage : IAsyncDisposable
{
    const int LongestName = 120;

    ElementReference _root;
    IJSObjectReference? _uploads;
    DotNetObjectReference<ClassifyPage>? _self;
    IReadOnlyList<ModelSummary>? _models;
    string? _error;

    [Inject] ClassifySession Session { get; set; } = default!;

    [Inject] InferenceClient Inference { get; set; } = default!;

    [Inject] IJSRuntime Js { get; set; } = default!;

    [Inject] IOptions<UploadOptions> Uploads { get; set; } = default!;

    [Inject] UploadStore Store { get; set; } = default!;

    /// <inheritdoc/>
    protected override void OnInitialized() => Session.Changed += Update;

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await LoadModelsAsync();
            _self = DotNetObjectReference.Create(this);
            await using var module = await Js.InvokeAsync<IJSObjectReference>("import", "./js/upload.js");
            _uploads = await module.InvokeAsync<IJSObjectReference>("attach", _root, _self, UploadEndpoints.Path, Uploads.Value.MaxBytes);
        }
    }

    /// <summary>The browser has taken an image and begins to send it.</summary>
    [JSInvokable]
    public void OnBegun(int key, string name, string? previewUrl) => Session.Begin(key, name[..Math.Min(name.Length, LongestName)], previewUrl);

    /// <summary>The browser has sent another part of an image.</summary>
    [JSInvokable]
    public void OnProgress(int key, int percent) => Session.Progress(key, Math.Clamp(percent, 0, 100));

    /// <summary>The server has a whole image.</summary>
    [JSInvokable]
    public void OnArrived(int key, string id)
    {
        if (Store.Take(id) is { } file)
        {
            // The browser need not wait for the answer before it sends the next image.
            _ = Session.ArrivedAsync(key, file);
        }
        else
        {
            Session.Refuse(key, "The image was put away before it could be used. Choose it once more.");
        }
    }

    /// <summary>An image was too large, or did not arrive.</summary>
    [JSInvokable]
    public void OnRefused(int key, string sentence) => Session.Refuse(key, sentence);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Session.Changed -= Update;
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

    async Task LoadModelsAsync()
    {
        try
        {
            _models = [.. (await Inference.ListModelsAsync()).Where(model => model is { Ready: true, Task: ModelTasks.ImageClassification })];
            Session.Model = _models.OrderByDescending(model => model.Name == Session.Model?.Name).FirstOrDefault();
            _error = null;
        }
        catch (ApiException refusal)
        {
            _error = refusal.Message;
        }

        StateHasChanged();
    }

    async Task RemoveAsync(ClassifiedImage image)
    {
        Session.Remove(image);
        await ReleaseAsync([image]);
    }

    async Task ClearAsync()
    {
        var images = Session.Images.ToList();
        Session.Clear();
        await ReleaseAsync(images);
    }

    // The browser holds a picture in its memory until it hears that nobody looks at it any more.
    Task ReleaseAsync(IEnumerable<ClassifiedImage> images) =>
        _uploads?.InvokeVoidAsync("release", images.Select(image => image.PreviewUrl).OfType<string>()).AsTask() ?? Task.CompletedTask;

    void Update() => InvokeAsync(StateHasChanged);
}
