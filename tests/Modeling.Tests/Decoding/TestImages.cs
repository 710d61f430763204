using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using NetVips;

namespace AspireMl.Modeling.Tests.Decoding;

/// <summary>Makes images of every kind that a person may send.</summary>
internal static class TestImages
{
    /// <summary>An RGB picture whose quarters differ: red, green; blue, white.</summary>
    public static Image Quarters(int width, int height)
    {
        var pixels = new byte[width * height * 3];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (r, g, b) = (x < width / 2, y < height / 2) switch
                {
                    (true, true) => (255, 0, 0),
                    (false, true) => (0, 255, 0),
                    (true, false) => (0, 0, 255),
                    _ => (255, 255, 255),
                };
                var at = ((y * width) + x) * 3;
                (pixels[at], pixels[at + 1], pixels[at + 2]) = ((byte)r, (byte)g, (byte)b);
            }
        }

        return FromRgb(pixels, width, height);
    }

    public static Image FromRgb(byte[] pixels, int width, int height)
    {
        var pinned = GCHandle.Alloc(pixels, GCHandleType.Pinned);
        try
        {
            using var plain = Image.NewFromMemoryCopy(pinned.AddrOfPinnedObject(), (ulong)pixels.Length, width, height, 3, Enums.BandFormat.Uchar);
            return plain.Copy(interpretation: Enums.Interpretation.Srgb);
        }
        finally
        {
            pinned.Free();
        }
    }

    public static byte[] Encode(int width, int height, string format)
    {
        using var image = Quarters(width, height);
        return image.WriteToBuffer(format);
    }

    public static byte[] Jpeg(int width = 64, int height = 48) => Encode(width, height, ".jpg[Q=95]");

    public static byte[] Png(int width = 64, int height = 48) => Encode(width, height, ".png");

    public static byte[] CmykJpeg()
    {
        using var image = Quarters(64, 48);
        using var cmyk = image.Colourspace(Enums.Interpretation.Cmyk);
        return cmyk.WriteToBuffer(".jpg[Q=95]");
    }

    public static byte[] SixteenBitPng()
    {
        using var image = Quarters(64, 48);
        using var deep = image.Colourspace(Enums.Interpretation.Rgb16);
        return deep.WriteToBuffer(".png");
    }

    public static byte[] GreyPng()
    {
        using var image = Quarters(64, 48);
        using var grey = image.Colourspace(Enums.Interpretation.Bw);
        return grey.WriteToBuffer(".png");
    }

    /// <summary>Black, wholly transparent.</summary>
    public static byte[] TransparentPng()
    {
        using var empty = Image.Black(64, 48, 4);
        using var image = empty.Copy(interpretation: Enums.Interpretation.Srgb);
        return image.WriteToBuffer(".png");
    }

    /// <summary>A TIFF of pages that stand below each other in one picture.</summary>
    public static byte[] Tiff(int pages, int width = 64, int height = 48)
    {
        using var image = Quarters(width, height * pages);
        return image.WriteToBuffer(string.Create(CultureInfo.InvariantCulture, $".tif[page_height={height}]"));
    }

    public static byte[] AnimatedWebP()
    {
        using var image = Quarters(64, 96);
        return image.WriteToBuffer(".webp[page_height=48]");
    }

    /// <summary>A PNG with an animation control chunk after its header.</summary>
    public static byte[] AnimatedPng()
    {
        var png = Png();
        const int headerEnd = 8 + 12 + 13;
        return [.. png[..headerEnd], .. PngChunk("acTL"u8, [0, 0, 0, 2, 0, 0, 0, 0]), .. png[headerEnd..]];
    }

    /// <summary>A small file that unpacks to 20,000 × 20,000 pixels.</summary>
    public static byte[] PngBomb()
    {
        const int side = 20_000;
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, side);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), side);
        header[8] = 1; // one bit a pixel, grey
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            var row = new byte[1 + (side / 8)];
            for (var y = 0; y < side; y++)
            {
                zlib.Write(row);
            }
        }

        return [0x89, .. "PNG"u8, 0x0D, 0x0A, 0x1A, 0x0A, .. PngChunk("IHDR"u8, header), .. PngChunk("IDAT"u8, packed.ToArray()), .. PngChunk("IEND"u8, [])];
    }

    /// <summary>A JPEG whose frame header claims this size.</summary>
    public static byte[] JpegClaiming(int width, int height)
    {
        var jpeg = Jpeg();
        var frame = jpeg.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 5), (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 7), (ushort)width);
        return jpeg;
    }

    /// <summary>A JPEG with an EXIF block that holds nothing but an orientation.</summary>
    public static byte[] OrientedJpeg(int orientation)
    {
        var jpeg = Jpeg();
        byte[] exif =
        [
            .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8,
            0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0,
        ];
        return [0xFF, 0xD8, 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. jpeg[2..]];
    }

    static byte[] PngChunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        var chunk = new byte[data.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        type.CopyTo(chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc32(chunk.AsSpan(4, 4 + data.Length)));
        return chunk;
    }

    static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
            }
        }

        return ~crc;
    }
}
