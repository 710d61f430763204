using System.Numerics;

namespace AspireMl.Modeling.Documents.Ocr.Geometry;

/// <summary>Convex hull by Andrew's monotone chain.</summary>
internal static class ConvexHull
{
    /// <summary>The hull's corners in order, without collinear ones. Sorts <paramref name="points"/>.</summary>
    internal static List<Vector2> Of(Span<Vector2> points)
    {
        points.Sort(static (a, b) => a.X != b.X ? a.X.CompareTo(b.X) : a.Y.CompareTo(b.Y));
        var hull = new List<Vector2>(16);
        Extend(hull, points, 1);
        points.Reverse();
        Extend(hull, points, hull.Count);
        if (hull.Count > 1)
        {
            hull.RemoveAt(hull.Count - 1);
        }

        return hull;
    }

    static void Extend(List<Vector2> hull, ReadOnlySpan<Vector2> points, int floor)
    {
        foreach (var point in points)
        {
            while (hull.Count > floor && Cross(hull[^1] - hull[^2], point - hull[^1]) <= 0)
            {
                hull.RemoveAt(hull.Count - 1);
            }

            if (hull.Count == 0 || hull[^1] != point)
            {
                hull.Add(point);
            }
        }
    }

    static float Cross(Vector2 a, Vector2 b) => (a.X * b.Y) - (a.Y * b.X);
}
