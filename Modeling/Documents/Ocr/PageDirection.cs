using System.Numerics;
using AspireMl.Modeling.Documents.Ocr.Geometry;
using AspireMl.Modeling.Documents.Ocr.Recognition;

namespace AspireMl.Modeling.Documents.Ocr;

/// <summary>Which way the text of a page runs: pages are scanned sideways and upside down.</summary>
internal static class PageDirection
{
    const float TallRatio = 1.5f, DoubtfulScore = 0.8f, Lead = 0.1f;

    // In heights of the page's middle line.
    const float TallestDigit = 1.8f;
    const int SampleSize = 8;

    /// <summary>
    /// Turns rectangles that stand on end: on a page whose text mostly does, the square ones too; on others, only those
    /// much taller than its lines, because a lone digit is tall as well.
    /// </summary>
    internal static void Turn(List<TextRectangle> rectangles)
    {
        var (tall, flat) = (0f, 0f);
        var heights = new List<float>();
        foreach (var rectangle in rectangles)
        {
            if (IsTall(rectangle))
            {
                tall += rectangle.Height;
            }
            else
            {
                flat += rectangle.Width;
                heights.Add(rectangle.Height);
            }
        }

        heights.Sort();
        var leastHeight = heights.Count == 0 ? 0 : TallestDigit * heights[heights.Count / 2];
        for (var i = 0; i < rectangles.Count; i++)
        {
            var turn = tall > flat
                ? rectangles[i].Width < TallRatio * rectangles[i].Height
                : IsTall(rectangles[i]) && rectangles[i].Height >= leastHeight;
            if (turn)
            {
                rectangles[i] = rectangles[i].Turn();
            }
        }
    }

    /// <summary>Whether the text is better read from the other end: asked only of pages that were read badly, of a few long lines.</summary>
    /// <param name="lines">The lines as read.</param>
    /// <param name="read">Reads a rectangle again.</param>
    internal static bool IsUpsideDown(IReadOnlyCollection<RecognisedLine> lines, Func<TextRectangle, RecognisedLine> read)
    {
        if (lines.Count == 0 || lines.Average(static line => line.Score) >= DoubtfulScore)
        {
            return false;
        }

        RecognisedLine[] sample = [.. lines.OrderByDescending(static line => line.Rectangle.Width).Take(SampleSize)];
        return sample.Average(line => read(line.Rectangle.Flip()).Score) > sample.Average(static line => line.Score) + Lead;
    }

    /// <summary>The mean reading direction, longer lines counting more; rightwards without any.</summary>
    internal static Vector2 Mean(IReadOnlyCollection<RecognisedLine> lines)
    {
        var sum = Vector2.Zero;
        foreach (var line in lines)
        {
            sum += line.Rectangle.Along * line.Rectangle.Width;
        }

        return sum.LengthSquared() > 0 ? Vector2.Normalize(sum) : Vector2.UnitX;
    }

    static bool IsTall(TextRectangle rectangle) => rectangle.Height >= TallRatio * rectangle.Width;
}
