using System.Globalization;
using System.Runtime.InteropServices;
using NetVips;

namespace AspireMl.Modeling.Decoding;

/// <summary>
/// Decodes JPEG, PNG, WebP and TIFF into upright 8-bit RGB images. Sizes are read from the header and checked before any
/// pixel is decoded; the number of files decoded at once is bounded. Safe for use by many threads.
/// </summary>
/// <param name="options">Bounds.</param>
public sealed class ImageDecoder(DecodeOptions options) : IDisposable
{
    readonly SemaphoreSlim _slots = new(options.Concurrency);

    static ImageDecoder()
    {
        NetVips.NetVips.BlockUntrusted = true;
        NetVips.NetVips.Concurrency = 1;
        Cache.Max = 0;
    }

    /// <summary>Decodes all pages. The caller disposes of them.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="cancellation">Stops waiting for a free place, and the work between pages.</param>
    /// <exception cref="ImageRejectedException">The file is not acceptable.</exception>
    public IReadOnlyList<DecodedImage> Decode(ReadOnlyMemory<byte> bytes, CancellationToken cancellation = default) =>
        Decode(bytes, options.MaxPages, cancellation);

    /// <summary>Decodes a file that must hold a single image. The caller disposes of it.</summary>
    /// <inheritdoc cref="Decode(ReadOnlyMemory{byte}, CancellationToken)"/>
    public DecodedImage DecodeSingle(ReadOnlyMemory<byte> bytes, CancellationToken cancellation = default) =>
        Decode(bytes, 1, cancellation)[0];

    List<DecodedImage> Decode(ReadOnlyMemory<byte> bytes, int mostPages, CancellationToken cancellation)
    {
        var format = ImageFormats.Detect(bytes.Span);
        if (format == ImageFormat.Unknown)
        {
            throw new ImageRejectedException(ImageRejection.UnsupportedFormat, "The file is not an image of a supported format: send JPEG, PNG, WebP or TIFF.");
        }

        if (format == ImageFormat.Png && PngAnimation.IsAnimated(bytes.Span))
        {
            throw Animated();
        }

        _slots.Wait(cancellation);
        var pages = new List<DecodedImage>();
        try
        {
            DecodePages(WholeArray(bytes), format, mostPages, pages, cancellation);
            return pages;
        }
        catch (Exception exception)
        {
            pages.ForEach(page => page.Dispose());
            if (exception is VipsException)
            {
                throw new ImageRejectedException(ImageRejection.Unreadable, "The image is damaged or truncated and cannot be decoded.", exception);
            }

            throw;
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _slots.Dispose();

    void DecodePages(byte[] bytes, ImageFormat format, int mostPages, List<DecodedImage> pages, CancellationToken cancellation)
    {
        using var first = Open(bytes, string.Empty);
        var count = first.Contains("n-pages") ? (int)first.Get("n-pages") : 1;
        if (count > 1 && format != ImageFormat.Tiff)
        {
            throw Animated();
        }

        if (count > mostPages)
        {
            throw mostPages == 1
                ? new ImageRejectedException(ImageRejection.Unreadable, $"The file has {count} pages; send a single image.")
                : new ImageRejectedException(ImageRejection.TooLarge, $"The file has {count} pages; at most {mostPages} are allowed.");
        }

        var total = 0L;
        for (var number = 0; number < count; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            var later = number == 0 ? null : Open(bytes, string.Create(CultureInfo.InvariantCulture, $"[page={number}]"));
            using (later)
            {
                var image = later ?? first;
                CheckSize(image);
                total += (long)image.Width * image.Height;
                if (total > options.MaxTotalPixels)
                {
                    throw new ImageRejectedException(ImageRejection.TooLarge, $"The pages have more than {options.MaxTotalPixels} pixels together; send fewer or smaller pages.");
                }

                pages.Add(PixelReader.Read(image));
            }
        }
    }

    void CheckSize(Image image)
    {
        if ((long)image.Width * image.Height > options.MaxPixels)
        {
            throw new ImageRejectedException(ImageRejection.TooLarge, $"The image has {image.Width} × {image.Height} pixels; at most {options.MaxPixels} pixels are allowed.");
        }

        if (Math.Min(image.Width, image.Height) < options.MinSide)
        {
            throw new ImageRejectedException(ImageRejection.TooSmall, $"The image has {image.Width} × {image.Height} pixels; each side must have at least {options.MinSide}.");
        }
    }

    static Image Open(byte[] bytes, string loadOptions) =>
        Image.NewFromBuffer(bytes, loadOptions, Enums.Access.Sequential, Enums.FailOn.Error);

    static ImageRejectedException Animated() =>
        new(ImageRejection.Unreadable, "The image is animated; send a single still image.");

    static byte[] WholeArray(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var segment) && segment.Offset == 0 && segment.Count == segment.Array!.Length
            ? segment.Array
            : bytes.ToArray();
}
