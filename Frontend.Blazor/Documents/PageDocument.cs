using AspireMl.Contracts.Clients;
using AspireMl.Frontend.Blazor.Samples;
using AspireMl.Frontend.Blazor.Uploads;

namespace AspireMl.Frontend.Blazor.Documents;

/// <summary>The document that a person is asking about: a sample, or an image that may still be on its way.</summary>
public sealed class PageDocument : IDisposable
{
    readonly TaskCompletionSource<UploadedFile?> _arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Func<Stream>? _sample;
    bool _disposed;

    PageDocument(string name, string? previewUrl) => (Name, PreviewUrl) = (name, previewUrl);

    PageDocument(Sample sample, Func<Stream> open)
        : this(sample.Title, sample.Url)
    {
        (Sample, _sample) = (sample, open);
        _arrival.SetResult(null);
    }

    /// <summary>The file's name, or the sample's title.</summary>
    public string Name { get; }

    /// <summary>Where the browser finds the picture; null when it cannot show the format.</summary>
    public string? PreviewUrl { get; }

    /// <summary>The sample, if it is one.</summary>
    public Sample? Sample { get; }

    /// <summary>Share of the upload that has arrived, 0 to 100.</summary>
    public int UploadedPercent { get; internal set; }

    /// <summary>True while the image is on its way.</summary>
    public bool IsUploading => !_arrival.Task.IsCompleted;

    /// <summary>A sample, ready at once.</summary>
    public static PageDocument Of(Sample sample, SampleCatalog catalog) => new(sample, () => catalog.OpenRead(sample));

    /// <summary>An image whose upload has begun.</summary>
    public static PageDocument Uploading(string name, string? previewUrl) => new(name, previewUrl);

    internal void Arrived(UploadedFile file)
    {
        if (_disposed || !_arrival.TrySetResult(file))
        {
            file.Dispose();
        }
    }

    /// <summary>Waits for the upload, if need be, and opens the image. Dispose the upload's content.</summary>
    public async Task<ImageUpload> OpenAsync(CancellationToken cancellation)
    {
        var file = await _arrival.Task.WaitAsync(cancellation);
        return file is null
            ? new(_sample!(), Sample!.MediaType, Sample.File)
            : new(file.OpenRead(), file.MediaType, Name);
    }

    /// <summary>Ends a waiting question and deletes the image from this server.</summary>
    public void Dispose()
    {
        _disposed = true;
        if (!_arrival.TrySetCanceled() && _arrival.Task.IsCompletedSuccessfully)
        {
            _arrival.Task.Result?.Dispose();
        }
    }
}
