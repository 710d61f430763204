using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Models;
using AspireMl.Frontend.Blazor.Uploads;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;

namespace AspireMl.Frontend.Blazor.Classifying;

/// <summary>Drop images and see what they show.</summary>
public sealed partial class ClassifyPage : IUploadTarget, IAsyncDisposable
{
    ElementReference _root;
    BrowserUploads? _uploads;
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
            _uploads = new(Js, Store, this);
            await _uploads.AttachAsync(_root, Uploads.Value.MaxBytes);
        }
    }

    /// <inheritdoc/>
    void IUploadTarget.Begin(int key, string name, string? previewUrl) => Session.Begin(key, name, previewUrl);

    /// <inheritdoc/>
    void IUploadTarget.Progress(int key, int percent) => Session.Progress(key, percent);

    // The browser need not wait for the answer before it sends the next image.
    /// <inheritdoc/>
    void IUploadTarget.Arrive(int key, UploadedFile file) => _ = Session.ArrivedAsync(key, file);

    /// <inheritdoc/>
    void IUploadTarget.Refuse(int key, string sentence) => Session.Refuse(key, sentence);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Session.Changed -= Update;
        if (_uploads is not null)
        {
            await _uploads.DisposeAsync();
        }
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

    Task ReleaseAsync(IEnumerable<ClassifiedImage> images) =>
        _uploads?.ReleaseAsync(images.Select(image => image.PreviewUrl).OfType<string>()) ?? Task.CompletedTask;

    void Update() => InvokeAsync(StateHasChanged);
}
