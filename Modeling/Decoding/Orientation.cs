using System.Runtime.InteropServices;

namespace AspireMl.Modeling.Decoding;

/// <summary>The eight orientations of EXIF (tag 0x0112): how stored rows and columns lie on the upright page.</summary>
internal static class Orientation
{
    internal const int Upright = 1;

    /// <summary>Whether width and height change places.</summary>
    internal static bool Transposes(int orientation) => orientation is >= 5 and <= 8;

    /// <summary>Copies stored pixels to their upright places.</summary>
    /// <param name="stored">Stored width × height × 3 bytes.</param>
    /// <param name="width">Stored width.</param>
    /// <param name="height">Stored height.</param>
    /// <param name="orientation">1 to 8; anything else counts as upright.</param>
    /// <param name="upright">The same number of bytes.</param>
    internal static void Apply(ReadOnlySpan<byte> stored, int width, int height, int orientation, Span<byte> upright)
    {
        var source = MemoryMarshal.Cast<byte, Rgb>(stored)[..(width * height)];
        var target = MemoryMarshal.Cast<byte, Rgb>(upright)[..(width * height)];

        // Where the first stored pixel lands, and how far one stored column and one stored row move on the page.
        var (start, column, row) = orientation switch
        {
            2 => (width - 1, -1, width),
            3 => ((width * height) - 1, -1, -width),
            4 => (width * (height - 1), 1, -width),
            5 => (0, height, 1),
            6 => (height - 1, height, -1),
            7 => ((width * height) - 1, -height, -1),
            8 => (height * (width - 1), -height, 1),
            _ => (0, 1, width),
        };

        for (var y = 0; y < height; y++)
        {
            var line = source.Slice(y * width, width);
            var place = start + (y * row);
            if (column == 1)
            {
                line.CopyTo(target[place..]);
                continue;
            }

            foreach (var pixel in line)
            {
                target[place] = pixel;
                place += column;
            }
        }
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    readonly struct Rgb
    {
        public readonly byte R, G, B;
    }
}
