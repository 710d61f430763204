using AspireMl.Contracts.Documents;

namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>Joins OCR lines that the detector cut although only a word space lies between them.</summary>
internal static class LineMerger
{
    const float LargestGapInHeights = 0.8f;
    const float SameRowOverlap = 0.6f;

    /// <summary>The lines of one page, pieces of one line joined.</summary>
    public static List<OcrLine> Merge(IReadOnlyList<OcrLine> lines)
    {
        var merged = new List<OcrLine>(lines.Count);
        var taken = new bool[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            if (taken[i])
            {
                continue;
            }

            var line = lines[i];
            for (var next = Following(lines, taken, i, line); next >= 0; next = Following(lines, taken, i, line))
            {
                taken[next] = true;
                line = Join(line, lines[next]);
            }

            merged.Add(line);
        }

        return merged;
    }

    static int Following(IReadOnlyList<OcrLine> lines, bool[] taken, int self, OcrLine line)
    {
        for (var i = self + 1; i < lines.Count; i++)
        {
            var other = lines[i].Box;
            var height = MathF.Min(line.Box.Height, other.Height);
            var overlap = MathF.Min(line.Box.Bottom, other.Bottom) - MathF.Max(line.Box.Y, other.Y);
            var gap = other.X - line.Box.Right;
            if (!taken[i] && overlap > SameRowOverlap * height && gap > -0.5f * height && gap < LargestGapInHeights * height)
            {
                return i;
            }
        }

        return -1;
    }

    static OcrLine Join(OcrLine left, OcrLine right) => new(
        $"{left.Text} {right.Text}",
        ((left.Confidence * left.Text.Length) + (right.Confidence * right.Text.Length)) / Math.Max(1, left.Text.Length + right.Text.Length),
        left.Box.Union(right.Box),
        [.. left.Words, .. right.Words])
    {
        PageNumber = left.PageNumber,
    };
}
