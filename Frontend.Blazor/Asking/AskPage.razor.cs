using AspireMl.Contracts.Documents;
using AspireMl.Frontend.Blazor.Documents;
using AspireMl.Frontend.Blazor.Samples;
using AspireMl.Frontend.Blazor.Uploads;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;

namespace AspireMl.Frontend.Blazor.Asking;

/// <summary>The start page: choose a document, ask, see where the answer stands.</summary>
public sealed partial class AskPage : IUploadTarget
{
    ElementReference _root;
    BrowserUploads? _uploads;
    PageDocument? _settled;
    bool _answered;
    OcrResult? _read;
    IReadOnlyList<OcrWord>? _words;
    bool _wordsShown;
    bool _zoomed;

    [Inject] AskSession Session { get; set; } = default!;

    [Inject] SampleCatalog Catalog { get; set; } = default!;

    [Inject] IJSRuntime Js { get; set; } = default!;

    [Inject] IOptions<UploadOptions> Uploads { get; set; } = default!;

    [Inject] UploadStore Store { get; set; } = default!;

    PageSize? Page => Session.Selected?.Answer.Page
        ?? Session.Words?.Page
        ?? (Session.Document?.Sample is { } sample ? new(sample.Width, sample.Height) : null);

    IEnumerable<string> Offered => Suggestions.For(Session.Document?.Sample, Session.Answers.Select(answer => answer.Question));

    /// <inheritdoc/>
    protected override void OnInitialized() => Session.Changed += Update;

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _uploads = new(Js, Store, this);
            await _uploads.AttachAsync(_root, Uploads.Value.MaxBytes);
        }

        if (Session.Document is { } document && (!ReferenceEquals(document, _settled) || _answered))
        {
            (_settled, _answered) = (document, false);
            await using var view = await Js.InvokeAsync<IJSObjectReference>("import", "./js/page-view.js");
            await view.InvokeVoidAsync("settle", _root);
        }
    }

    /// <inheritdoc/>
    void IUploadTarget.Begin(int key, string name, string? previewUrl)
    {
        _wordsShown = false;
        Session.Use(PageDocument.Uploading(name, previewUrl));
    }

    /// <inheritdoc/>
    void IUploadTarget.Progress(int key, int percent) => Session.Progress(percent);

    /// <inheritdoc/>
    void IUploadTarget.Arrive(int key, UploadedFile file) => Session.Arrived(file);

    /// <inheritdoc/>
    void IUploadTarget.Refuse(int key, string sentence) => Session.Refuse(sentence);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Session.Changed -= Update;
        if (_uploads is not null)
        {
            await _uploads.DisposeAsync();
        }
    }

    void UseSample(Sample sample)
    {
        _wordsShown = false;
        Session.Use(PageDocument.Of(sample, Catalog));
    }

    async Task AskAsync(string question)
    {
        await Session.AskAsync(question);
        _answered = true;
    }

    async Task ShowWordsAsync(bool shown)
    {
        _wordsShown = shown;
        if (shown)
        {
            await Session.ReadWordsAsync();
        }
    }

    void Update() => InvokeAsync(() =>
    {
        if (!ReferenceEquals(_read, Session.Words))
        {
            _read = Session.Words;
            _words = _read?.Lines.SelectMany(line => line.Words).ToList();
        }

        StateHasChanged();
    });
}
