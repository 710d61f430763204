using System.Net.Mime;
using AspireMl.Modeling.Decoding;
using AspireMl.Retraining.Worker.Images;
using AspireMl.Storage.Objects;

namespace AspireMl.Retraining.Worker.Reports;

/// <summary>Small pictures of images within a page, which then needs nothing else.</summary>
internal sealed class ReportPictures(IObjectStore objects, ImageDecoder decoder)
{
    const int Side = 96;
    const int Most = 100;

    /// <summary>Pictures by the hash of their images, as addresses that hold them; images that cannot be decoded have none.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(IEnumerable<string> images, CancellationToken cancellation)
    {
        var pictures = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var sha256 in images.Distinct().Take(Most))
        {
            if (await ObjectBytes.ReadAsync(objects, sha256, cancellation) is { } file && Picture(file, cancellation) is { } picture)
            {
                pictures[sha256] = $"data:{MediaTypeNames.Image.Jpeg};base64,{Convert.ToBase64String(picture)}";
            }
        }

        return pictures;
    }

    byte[]? Picture(byte[] file, CancellationToken cancellation)
    {
        try
        {
            using var image = decoder.DecodeSingle(file, cancellation);
            return ImagePreview.Jpeg(image, Side);
        }
        catch (ImageRejectedException)
        {
            // The report says itself that the image cannot be decoded.
            return null;
        }
    }
}
