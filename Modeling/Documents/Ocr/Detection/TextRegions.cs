using System.Buffers;
using System.Numerics;
using AspireMl.Modeling.Documents.Ocr.Geometry;

namespace AspireMl.Modeling.Documents.Ocr.Detection;

/// <summary>Finds the connected regions (8 neighbours) of a probability map that count as text.</summary>
internal static class TextRegions
{
    /// <summary>The convex hull of each region, its corners at pixel corners.</summary>
    /// <param name="map">Probabilities, row by row.</param>
    /// <param name="width">Width of the map.</param>
    /// <param name="height">Height of the map.</param>
    /// <param name="threshold">Probability above which a pixel counts.</param>
    internal static IEnumerable<List<Vector2>> Find(ReadOnlyMemory<float> map, int width, int height, float threshold)
    {
        var seen = ArrayPool<bool>.Shared.Rent(width * height);
        var stack = new Stack<int>();
        var rows = new Dictionary<int, (int Left, int Right)>();
        try
        {
            Array.Clear(seen, 0, width * height);
            for (var start = 0; start < width * height; start++)
            {
                if (!seen[start] && map.Span[start] > threshold)
                {
                    rows.Clear();
                    Fill(map.Span, width, height, threshold, start, seen, stack, rows);
                    yield return Hull(rows);
                }
            }
        }
        finally
        {
            ArrayPool<bool>.Shared.Return(seen);
        }
    }

    static void Fill(
        ReadOnlySpan<float> map,
        int width,
        int height,
        float threshold,
        int start,
        bool[] seen,
        Stack<int> stack,
        Dictionary<int, (int Left, int Right)> rows)
    {
        seen[start] = true;
        stack.Push(start);
        while (stack.TryPop(out var at))
        {
            var (y, x) = Math.DivRem(at, width);
            rows[y] = rows.TryGetValue(y, out var row) ? (Math.Min(row.Left, x), Math.Max(row.Right, x)) : (x, x);
            for (var ny = Math.Max(0, y - 1); ny <= Math.Min(height - 1, y + 1); ny++)
            {
                for (var nx = Math.Max(0, x - 1); nx <= Math.Min(width - 1, x + 1); nx++)
                {
                    var next = (ny * width) + nx;
                    if (!seen[next] && map[next] > threshold)
                    {
                        seen[next] = true;
                        stack.Push(next);
                    }
                }
            }
        }
    }

    // Only the ends of each row can be corners of the hull.
    static List<Vector2> Hull(Dictionary<int, (int Left, int Right)> rows)
    {
        var points = new Vector2[rows.Count * 4];
        var count = 0;
        foreach (var (y, (left, right)) in rows)
        {
            points[count++] = new(left, y);
            points[count++] = new(right + 1, y);
            points[count++] = new(left, y + 1);
            points[count++] = new(right + 1, y + 1);
        }

        return ConvexHull.Of(points);
    }
}
