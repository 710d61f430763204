using AspireMl.Contracts.Documents;
using AspireMl.Modeling.Documents.Ocr;

namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>
/// How far the lines of a page fall to the right, as on a photo that was taken askew. Levelled boxes of one printed row stand
/// at one height; on a page that leans by two degrees a price would otherwise stand beside the label of the row below.
/// </summary>
/// <param name="Slope">Pixels down for each pixel to the right; 0 for a level page.</param>
/// <param name="Pivot">The x that keeps its height.</param>
internal readonly record struct PageSlant(float Slope, float Pivot)
{
    // Below a quarter of a degree neighbouring lines overlap as they are; above eleven, the words of a line say little.
    const float Least = 0.004f;
    const float Most = 0.2f;
    const float ShortestInHeights = 3;
    const int FewestLines = 3;

    /// <summary>Measures the slant: the median of the lines' own slopes, long lines counting for more.</summary>
    public static PageSlant Of(OcrPage page)
    {
        var slopes = new List<(float Slope, float Length)>();
        foreach (var line in page.Lines)
        {
            if (line.Words is [var first, .., var last] && last.Box.CentreX - first.Box.CentreX is var length
                && length > ShortestInHeights * MathF.Max(1, MathF.Min(first.Box.Height, last.Box.Height)))
            {
                slopes.Add(((last.Box.CentreY - first.Box.CentreY) / length, length));
            }
        }

        var slope = slopes.Count < FewestLines ? 0 : WeightedMedian(slopes);
        return new(MathF.Abs(slope) is >= Least and <= Most ? slope : 0, page.Width / 2f);
    }

    /// <summary>The line as it would stand on a level page.</summary>
    public OcrLine Level(OcrLine line)
    {
        if (Slope == 0)
        {
            return line;
        }

        var slant = this;
        OcrWord[] words = [.. line.Words.Select(word => word with { Box = slant.Move(word.Box, -1) })];
        return line with { Words = words, Box = words.Length == 0 ? Move(line.Box, -1) : Box.Around(words.Select(word => word.Box)) };
    }

    /// <summary>Where a levelled box stands on the page.</summary>
    public Box OnPage(Box levelled) => Move(levelled, 1);

    Box Move(Box box, int sign) => box with { Y = box.Y + (sign * Slope * (box.CentreX - Pivot)) };

    static float WeightedMedian(List<(float Slope, float Length)> slopes)
    {
        slopes.Sort();
        var half = slopes.Sum(line => line.Length) / 2;
        foreach (var (slope, length) in slopes)
        {
            half -= length;
            if (half <= 0)
            {
                return slope;
            }
        }

        return slopes[^1].Slope;
    }
}
