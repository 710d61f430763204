using AspireMl.Contracts.Documents;

namespace AspireMl.Modeling.Documents.Ocr;

/// <summary>Orders lines top to bottom, and left to right where they share a row.</summary>
internal static class ReadingOrder
{
    // Two lines share a row when their centres are nearer than this part of the lower line's height.
    const float RowShare = 0.5f;

    internal static List<OcrLine> Sort(List<OcrLine> lines)
    {
        lines.Sort(static (a, b) => Centre(a).CompareTo(Centre(b)));
        var ordered = new List<OcrLine>(lines.Count);
        var start = 0;
        for (var i = 1; i <= lines.Count; i++)
        {
            if (i == lines.Count || !SameRow(lines[i - 1], lines[i]))
            {
                ordered.AddRange(lines.GetRange(start, i - start).OrderBy(static line => line.Box.X));
                start = i;
            }
        }

        return ordered;
    }

    static bool SameRow(OcrLine above, OcrLine below) =>
        Centre(below) - Centre(above) < RowShare * MathF.Min(above.Box.Height, below.Box.Height);

    static float Centre(OcrLine line) => line.Box.Y + (line.Box.Height / 2);
}
