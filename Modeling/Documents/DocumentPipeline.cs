using System.Diagnostics;
using System.Security.Cryptography;
using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Documents.Ocr;

namespace AspireMl.Modeling.Documents;

/// <summary>
/// Brings an uploaded image to text: hash, cache, decode, OCR. Synchronous and busy: call it on threads of its own.
/// Safe for use by many of them.
/// </summary>
/// <param name="decoder">Decodes images.</param>
/// <param name="engine">Reads pages.</param>
/// <param name="cache">Keeps what was read.</param>
public sealed class DocumentPipeline(ImageDecoder decoder, OcrEngine engine, OcrCache cache)
{
    /// <summary>Decodes and reads all pages, or finds them in the cache.</summary>
    /// <param name="image">The uploaded file.</param>
    /// <param name="cancellation">Stops the work between lines of text.</param>
    /// <exception cref="ImageRejectedException">The file is not acceptable.</exception>
    public PreparedDocument Prepare(ReadOnlyMemory<byte> image, CancellationToken cancellation = default)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(image.Span));
        if (cache.Find(hash) is { } known)
        {
            return new(hash, known, 0, 0, Cached: true);
        }

        var start = Stopwatch.GetTimestamp();
        var pages = decoder.Decode(image, cancellation);
        try
        {
            var decodeMs = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            start = Stopwatch.GetTimestamp();
            var read = new OcrPage[pages.Count];
            var thumbnails = new byte[pages.Count][];
            for (var i = 0; i < pages.Count; i++)
            {
                read[i] = engine.Read(pages[i], i + 1, cancellation);
                thumbnails[i] = Thumbnail.Of(pages[i]);
                pages[i].Dispose();
            }

            var document = new OcrDocument(read) { Thumbnails = thumbnails };
            cache.Keep(hash, document);
            return new(hash, document, decodeMs, Stopwatch.GetElapsedTime(start).TotalMilliseconds, Cached: false);
        }
        finally
        {
            foreach (var page in pages)
            {
                page.Dispose();
            }
        }
    }
}
