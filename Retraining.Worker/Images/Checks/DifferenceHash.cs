using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Decoding.Resampling;

namespace AspireMl.Retraining.Worker.Images.Checks;

/// <summary>
/// The difference hash of an image (dHash): of 9 × 8 cells, whether each is darker than its right neighbour. It hardly changes when an image is
/// resized, recompressed or made brighter, and is another one for another image.
/// </summary>
internal static class DifferenceHash
{
    const int Columns = 9;
    const int Rows = 8;

    // Where cells differ by less than this of 255, noise decides.
    const int LeastContrast = 8 * Luma.One;

    /// <summary>The hash, row by row from the highest bit; null for an image that is about the same everywhere.</summary>
    public static ulong? Of(DecodedImage image)
    {
        var pixels = ResizedPixels.Of(image, Columns, Rows);
        var cells = new long[Columns * Rows];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            cells[cell] = Luma.Of(pixels[3 * cell], pixels[(3 * cell) + 1], pixels[(3 * cell) + 2]);
        }

        return cells.Max() - cells.Min() < LeastContrast ? null : Of(cells);
    }

    static ulong Of(long[] cells)
    {
        var hash = 0UL;
        for (var cell = 0; cell < cells.Length; cell++)
        {
            if (cell % Columns < Columns - 1)
            {
                hash = (hash << 1) | (cells[cell] < cells[cell + 1] ? 1UL : 0);
            }
        }

        return hash;
    }
}
