using AspireMl.Contracts.Images;
using AspireMl.Contracts.Inferences;
using AspireMl.Frontend.Blazor.Uploads;

namespace AspireMl.Frontend.Blazor.Classifying;

/// <summary>An image that a person has dropped, on its way, waiting, or with its answer.</summary>
/// <param name="key">What the browser calls it.</param>
/// <param name="name">The file's name.</param>
/// <param name="previewUrl">Where the browser finds the picture; null when it cannot show the format.</param>
public sealed class ClassifiedImage(int key, string name, string? previewUrl) : IDisposable
{
    UploadedFile? _file;

    /// <summary>What the browser calls it.</summary>
    public int Key { get; } = key;

    /// <summary>The file's name.</summary>
    public string Name { get; } = name;

    /// <summary>Where the browser finds the picture; null when it cannot show the format.</summary>
    public string? PreviewUrl { get; } = previewUrl;

    /// <summary>Share of the upload that has arrived, 0 to 100.</summary>
    public int UploadedPercent { get; set; }

    /// <summary>What it shows, once the service has said so.</summary>
    public ImageAnswer? Answer { get; private set; }

    /// <summary>Why there is no answer, a sentence; null when there is one or it is awaited.</summary>
    public string? Error { get; private set; }

    /// <summary>Whether the same may go right later.</summary>
    public bool MayRetry { get; private set; }

    /// <summary>What the person said of the answer.</summary>
    public Feedback? Feedback { get; set; }

    /// <summary>True while the image is on its way.</summary>
    public bool IsUploading => _file is null && Answer is null && Error is null;

    /// <summary>True while the answer is awaited.</summary>
    public bool IsWaiting => _file is not null && Answer is null && Error is null;

    /// <summary>The picture with the heat map laid over it, for formats that the browser cannot show.</summary>
    public string? OverlayUrl => Url(Answer?.Heatmap?.Overlay);

    /// <summary>The heat map in grey.</summary>
    public string? HeatUrl => Url(Answer?.Heatmap?.Png);

    internal UploadedFile? File => _file;

    internal void Arrived(UploadedFile file) => _file = file;

    internal void Answered(ImageAnswer answer)
    {
        Answer = answer;
        // The answer is all that is needed from here on.
        Dispose();
    }

    internal void Refused(string sentence, bool mayRetry) => (Error, MayRetry) = (sentence, mayRetry);

    internal void Again() => (Error, MayRetry) = (null, false);

    /// <summary>Deletes the image from this server.</summary>
    public void Dispose()
    {
        _file?.Dispose();
        _file = null;
    }

    static string? Url(byte[]? png) => png is null ? null : $"data:image/png;base64,{Convert.ToBase64String(png)}";
}
