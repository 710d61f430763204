using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Documents;
using AspireMl.Contracts.Inferences;
using AspireMl.Frontend.Blazor.Documents;
using AspireMl.Frontend.Blazor.Uploads;

namespace AspireMl.Frontend.Blazor.Asking;

/// <summary>
/// One person's document, questions and answers. It lives as long as the person's connection, so the document is still
/// there after a look at another page, and nobody else can see it.
/// </summary>
/// <param name="inference">Answers the questions.</param>
public sealed class AskSession(InferenceClient inference) : IDisposable
{
    readonly List<AskedQuestion> _answers = [];
    CancellationTokenSource? _work;

    /// <summary>Raised, on any thread, when something to show has changed.</summary>
    public event Action? Changed;

    /// <summary>The document, or null when none is chosen.</summary>
    public PageDocument? Document { get; private set; }

    /// <summary>Answers about the document, newest first.</summary>
    public IReadOnlyList<AskedQuestion> Answers => _answers;

    /// <summary>The answer whose place is marked.</summary>
    public AskedQuestion? Selected { get; private set; }

    /// <summary>The question that is being answered, or null.</summary>
    public string? Asking { get; private set; }

    /// <summary>What went wrong last, as a sentence; null when nothing did.</summary>
    public string? Error { get; private set; }

    /// <summary>The question that went wrong and may go right later; null otherwise.</summary>
    public string? Retry { get; private set; }

    /// <summary>What the OCR read, once asked for.</summary>
    public OcrResult? Words { get; private set; }

    /// <summary>True while the words are being read.</summary>
    public bool ReadingWords { get; private set; }

    /// <summary>What the person has typed so far.</summary>
    public string Draft { get; set; } = "";

    /// <summary>The model to ask, or null for the service's default.</summary>
    public string? Model { get; set; }

    /// <summary>Takes another document; answers about the last one are put away.</summary>
    public void Use(PageDocument document)
    {
        Close();
        Document = document;
        NotifyChanged();
    }

    /// <summary>Puts the document and its answers away.</summary>
    public void Close()
    {
        Cancel();
        Document?.Dispose();
        _answers.Clear();
        (Document, Selected, Words, Error, Retry, Draft) = (null, null, null, null, null, "");
        NotifyChanged();
    }

    /// <summary>Says how much of the upload has arrived, 0 to 100.</summary>
    public void Progress(int percent)
    {
        if (Document is { IsUploading: true } document)
        {
            document.UploadedPercent = percent;
            NotifyChanged();
        }
    }

    internal void Arrived(UploadedFile file)
    {
        if (Document is { IsUploading: true } document)
        {
            document.Arrived(file);
            NotifyChanged();
        }
        else
        {
            file.Dispose();
        }
    }

    /// <summary>The upload failed: says why and drops the document.</summary>
    public void Refuse(string sentence)
    {
        if (Document is { IsUploading: true })
        {
            Close();
        }

        Error = sentence;
        NotifyChanged();
    }

    /// <summary>Asks about the document. One question at a time; a new one ends the last.</summary>
    public async Task AskAsync(string question)
    {
        if (Document is not { } document || question.Trim() is not { Length: > 0 } trimmed)
        {
            return;
        }

        Cancel();
        using var work = _work = new CancellationTokenSource();
        (Asking, Error, Retry) = (trimmed, null, null);
        NotifyChanged();
        try
        {
            var image = await document.OpenAsync(work.Token);
            await using var content = image.Content;
            var answer = await inference.AskAsync(image, trimmed, Model, work.Token);
            if (ReferenceEquals(document, Document))
            {
                Show(new(trimmed, answer));
            }
        }
        catch (ApiException refusal)
        {
            (Error, Retry) = (refusal.Message, refusal.IsTransient ? trimmed : null);
        }
        catch (OperationCanceledException)
        {
            // The person cancelled or moved on; there is nothing to say.
        }
        finally
        {
            Finish(work);
        }
    }

    /// <summary>Ends the question that is being answered.</summary>
    public void Cancel() => _work?.Cancel();

    /// <summary>Marks the place of one answer.</summary>
    public void Select(AskedQuestion answer)
    {
        Selected = answer;
        NotifyChanged();
    }

    /// <summary>Reads the words of the document, once.</summary>
    public async Task ReadWordsAsync()
    {
        if (Document is not { } document || Words is not null || ReadingWords)
        {
            return;
        }

        (ReadingWords, Error, Retry) = (true, null, null);
        NotifyChanged();
        try
        {
            var image = await document.OpenAsync(CancellationToken.None);
            await using var content = image.Content;
            var words = await inference.ReadAsync(image);
            Words = ReferenceEquals(document, Document) ? words : Words;
        }
        catch (ApiException refusal)
        {
            Error = refusal.Message;
        }
        catch (OperationCanceledException)
        {
            // The document was put away before it had arrived.
        }
        finally
        {
            ReadingWords = false;
            NotifyChanged();
        }
    }

    /// <summary>Keeps what the person said of an answer.</summary>
    public void Remember(Guid inferenceId, Feedback feedback)
    {
        var index = _answers.FindIndex(answer => answer.Answer.InferenceId == inferenceId);
        if (index >= 0)
        {
            var wasSelected = ReferenceEquals(Selected, _answers[index]);
            _answers[index] = _answers[index] with { Feedback = feedback };
            Selected = wasSelected ? _answers[index] : Selected;
            NotifyChanged();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Cancel();
        Document?.Dispose();
    }

    void Show(AskedQuestion answer)
    {
        _answers.Insert(0, answer);
        (Selected, Draft) = (answer, "");
    }

    void Finish(CancellationTokenSource work)
    {
        if (ReferenceEquals(_work, work))
        {
            (_work, Asking) = (null, null);
            NotifyChanged();
        }
    }

    void NotifyChanged() => Changed?.Invoke();
}
