using System.Numerics;
using AspireMl.Modeling.Documents.Ocr.Geometry;
using AspireMl.Modeling.Documents.Ocr.Recognition;

namespace AspireMl.Modeling.Documents.Ocr;

/// <summary>Which way the text of a page runs: pages are scanned sideways and upside down.</summary>
internal static class PageDirection
{
    const float TallRatio = 1.5f, DoubtfulScore = 0.8f, Lead = 0.1f;
    const int SampleSize = 8;

    /// <summary>Turns rectangles that stand on end; on a page whose text mostly does, the square ones too.</summary>
    internal static void Turn(List<TextRectangle> rectangles)
    {
        var (tall, flat) = (0f, 0f);
        foreach (var rectangle in rectangles)
        {
            if (IsTall(rectangle))
            {
                tall += rectangle.Height;
            }
            else
            {
                flat += rectangle.Width;
            }
        }

        for (var i = 0; i < rectangles.Count; i++)
        {
            if (IsTall(rectangles[i]) || (tall > flat && rectangles[i].Width < TallRatio * rectangles[i].Height))
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
