using AspireMl.Modeling.Decoding;
using AspireMl.Retraining.Worker.Images;
using AspireMl.Storage.ImageDatasets;
using AspireMl.Storage.Objects;

namespace AspireMl.Retraining.Worker.ImageDatasets;

/// <summary>The files of image datasets and small pictures of them.</summary>
internal sealed class ImageFiles(IImageDatasetStore datasets, IObjectStore objects, ImageDecoder decoder)
{
    /// <summary>A file of a dataset with its media type, or null when no version has it.</summary>
    public async Task<(byte[] Content, string MediaType)?> ReadAsync(string dataset, string sha256, CancellationToken cancellation)
    {
        // Objects of others, such as pages that people asked about, are not for the readers of a dataset.
        if (!ObjectKey.IsValid(sha256) || !await datasets.HasImageAsync(dataset, sha256, cancellation))
        {
            return null;
        }

        return await ObjectBytes.ReadAsync(objects, sha256, cancellation) is { } content ? (content, MediaTypeOf(content)) : null;
    }

    /// <summary>A JPEG of an image, or null when no version of the dataset has it.</summary>
    /// <exception cref="ImageRejectedException">The file cannot be decoded.</exception>
    public async Task<byte[]?> PreviewAsync(string dataset, string sha256, int side, CancellationToken cancellation)
    {
        if (await ReadAsync(dataset, sha256, cancellation) is not { } file)
        {
            return null;
        }

        using var image = decoder.DecodeSingle(file.Content, cancellation);
        return ImagePreview.Jpeg(image, side);
    }

    static string MediaTypeOf(ReadOnlySpan<byte> content) => ImageFormats.Detect(content) switch
    {
        ImageFormat.Jpeg => "image/jpeg",
        ImageFormat.Png => "image/png",
        ImageFormat.WebP => "image/webp",
        _ => "image/tiff",
    };
}
