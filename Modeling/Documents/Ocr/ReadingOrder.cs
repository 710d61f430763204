using System.Numerics;
using AspireMl.Modeling.Documents.Ocr.Recognition;

namespace AspireMl.Modeling.Documents.Ocr;

/// <summary>Orders lines from the page's top to its bottom, and in reading direction where they share a row, on skewed and turned pages too.</summary>
internal static class ReadingOrder
{
    // Lines share a row when their middles are nearer than this part of the lower line's height.
    const float RowShare = 0.5f;

    internal static List<RecognisedLine> Sort(IReadOnlyCollection<RecognisedLine> lines)
    {
        var along = PageDirection.Mean(lines);
        var down = new Vector2(-along.Y, along.X);
        List<Placed> placed = [.. lines.Select(line => new Placed(line, Vector2.Dot(line.Rectangle.Centre, along), Vector2.Dot(line.Rectangle.Centre, down)))];
        placed.Sort(static (a, b) => a.Down.CompareTo(b.Down));

        var ordered = new List<RecognisedLine>(placed.Count);
        var row = new List<Placed>();
        foreach (var next in placed)
        {
            if (row.Count > 0 && !Joins(row, next))
            {
                Append(row, ordered);
            }

            row.Add(next);
        }

        Append(row, ordered);
        return ordered;
    }

    static bool Joins(List<Placed> row, Placed next)
    {
        var middle = row.Average(static placed => placed.Down);
        var height = MathF.Min(row.Min(static placed => placed.Line.Rectangle.Height), next.Line.Rectangle.Height);
        return next.Down - middle < RowShare * height;
    }

    static void Append(List<Placed> row, List<RecognisedLine> ordered)
    {
        ordered.AddRange(row.OrderBy(static placed => placed.Along).Select(static placed => placed.Line));
        row.Clear();
    }

    readonly record struct Placed(RecognisedLine Line, float Along, float Down);
}
