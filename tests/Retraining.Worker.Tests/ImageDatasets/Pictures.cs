using System.IO.Compression;
using AspireMl.Modeling.Decoding;

namespace AspireMl.Retraining.Worker.Tests.ImageDatasets;

/// <summary>Small images and archives of them.</summary>
static class Pictures
{
    public const int Side = 32;

    /// <summary>A JPEG of one colour with a pattern that depends on the seed.</summary>
    public static byte[] Jpeg(int seed, byte red = 128, byte green = 128, byte blue = 128, int side = Side)
    {
        var random = new Random(seed);
        using var image = new DecodedImage(side, side);
        byte[] colour = [red, green, blue];
        for (var at = 0; at < image.Pixels.Length; at++)
        {
            image.Pixels[at] = (byte)Math.Clamp(colour[at % 3] + random.Next(-40, 41), 0, 255);
        }

        return ImagePreview.Jpeg(image, side);
    }

    public static MemoryStream Zip(params IEnumerable<(string Path, byte[] Content)> files) => Zip(files, (_, _) => { });

    public static MemoryStream Zip(IEnumerable<(string Path, byte[] Content)> files, Action<ZipArchiveEntry, int> change)
    {
        var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var ((path, content), number) in files.Select((file, number) => (file, number)))
            {
                var entry = archive.CreateEntry(path, CompressionLevel.Fastest);
                change(entry, number);
                using var target = entry.Open();
                target.Write(content);
            }
        }

        zip.Position = 0;
        return zip;
    }
}
