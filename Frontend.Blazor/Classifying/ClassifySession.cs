using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Inferences;
using AspireMl.Contracts.Models;
using AspireMl.Frontend.Blazor.Uploads;

namespace AspireMl.Frontend.Blazor.Classifying;

/// <summary>
/// One person's images and what they show. It lives as long as the person's connection, so they are still there after a
/// look at another page, and nobody else can see them.
/// </summary>
/// <param name="images">Says what images show.</param>
public sealed class ClassifySession(ImageClient images) : IDisposable
{
    /// <summary>Most images that are kept; the oldest make room.</summary>
    public const int Most = 50;

    const int Top = 5;

    readonly CancellationTokenSource _ended = new();
    readonly List<ClassifiedImage> _images = [];
    Task _work = Task.CompletedTask;

    /// <summary>Raised, on any thread, when something to show has changed.</summary>
    public event Action? Changed;

    /// <summary>The images, newest first.</summary>
    public IReadOnlyList<ClassifiedImage> Images => _images;

    /// <summary>The classifier to ask, or null for the service's default.</summary>
    public ModelSummary? Model { get; set; }

    /// <summary>Whether heat maps are shown.</summary>
    public bool HeatShown { get; set; } = true;

    /// <summary>How strongly heat maps are shown, in per cent.</summary>
    public int HeatPercent { get; set; } = 60;

    /// <summary>What went wrong with a file that was not taken; null when nothing did.</summary>
    public string? Error { get; private set; }

    /// <summary>The card that answers; null when it is not known.</summary>
    public ModelCard? Card => Model?.Versions.FirstOrDefault(card => card.Version == Model.Aliases.GetValueOrDefault(ModelAliases.Champion));

    /// <summary>Takes an image whose upload has begun.</summary>
    public void Begin(int key, string name, string? previewUrl)
    {
        Error = null;
        _images.Insert(0, new(key, name, previewUrl));
        if (_images.Count > Most)
        {
            Remove(_images[^1]);
        }

        NotifyChanged();
    }

    /// <summary>Says how much of an upload has arrived, 0 to 100.</summary>
    public void Progress(int key, int percent)
    {
        if (Find(key) is { } image)
        {
            image.UploadedPercent = percent;
            NotifyChanged();
        }
    }

    /// <summary>An image was not taken, or did not arrive.</summary>
    public void Refuse(int key, string sentence)
    {
        if (Find(key) is { } image)
        {
            image.Refused(sentence, mayRetry: false);
        }
        else
        {
            Error = sentence;
        }

        NotifyChanged();
    }

    internal Task ArrivedAsync(int key, UploadedFile file)
    {
        if (Find(key) is not { } image)
        {
            file.Dispose();
            return Task.CompletedTask;
        }

        image.Arrived(file);
        return AskAsync(image);
    }

    /// <summary>Asks what an image shows, after those that wait already.</summary>
    public Task AskAsync(ClassifiedImage image)
    {
        image.Again();
        NotifyChanged();
        return _work = AskAfterAsync(_work, image);
    }

    /// <summary>Keeps what the person said of an answer.</summary>
    public void Remember(ClassifiedImage image, Feedback? feedback)
    {
        image.Feedback = feedback;
        NotifyChanged();
    }

    /// <summary>Puts an image away.</summary>
    public void Remove(ClassifiedImage image)
    {
        _images.Remove(image);
        image.Dispose();
        NotifyChanged();
    }

    /// <summary>Puts all images away.</summary>
    public void Clear()
    {
        _images.ForEach(image => image.Dispose());
        _images.Clear();
        Error = null;
        NotifyChanged();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ended.Cancel();
        _ended.Dispose();
        _images.ForEach(image => image.Dispose());
    }

    async Task AskAfterAsync(Task before, ClassifiedImage image)
    {
        await before;
        if (!_images.Contains(image) || image.File is not { } file)
        {
            return;
        }

        try
        {
            await using var content = file.OpenRead();
            image.Answered(await images.ClassifyAsync(new(content, file.MediaType, image.Name), Model?.Name, Top, Card?.Image?.Maps is not null, _ended.Token));
        }
        catch (ApiException refusal)
        {
            image.Refused(refusal.Message, refusal.IsTransient);
        }
        catch (OperationCanceledException)
        {
            // The person has gone.
        }

        NotifyChanged();
    }

    ClassifiedImage? Find(int key) => _images.Find(image => image.Key == key);

    void NotifyChanged() => Changed?.Invoke();
}
