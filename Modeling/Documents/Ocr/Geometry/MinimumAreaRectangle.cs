using System.Numerics;

namespace AspireMl.Modeling.Documents.Ocr.Geometry;

/// <summary>The rectangle of least area around a convex hull: one of its sides lies on a side of the hull (Freeman and Shapira, 1975).</summary>
internal static class MinimumAreaRectangle
{
    /// <summary>The rectangle, its text direction within 45° of the page's.</summary>
    internal static TextRectangle Of(IReadOnlyList<Vector2> hull)
    {
        var best = Around(hull, Vector2.UnitX);
        for (var i = 0; i < hull.Count; i++)
        {
            var edge = hull[(i + 1) % hull.Count] - hull[i];
            if (edge != Vector2.Zero)
            {
                var candidate = Around(hull, NearestToRight(Vector2.Normalize(edge)));
                if (candidate.Width * candidate.Height < best.Width * best.Height)
                {
                    best = candidate;
                }
            }
        }

        return best;
    }

    static TextRectangle Around(IReadOnlyList<Vector2> hull, Vector2 along)
    {
        var down = new Vector2(-along.Y, along.X);
        var low = new Vector2(float.MaxValue);
        var high = new Vector2(float.MinValue);
        for (var i = 0; i < hull.Count; i++)
        {
            var projected = new Vector2(Vector2.Dot(hull[i], along), Vector2.Dot(hull[i], down));
            low = Vector2.Min(low, projected);
            high = Vector2.Max(high, projected);
        }

        return new((along * low.X) + (down * low.Y), along, high.X - low.X, high.Y - low.Y);
    }

    static Vector2 NearestToRight(Vector2 direction) => MathF.Abs(direction.X) >= MathF.Abs(direction.Y)
        ? direction * MathF.Sign(direction.X)
        : new Vector2(direction.Y, -direction.X) * MathF.Sign(direction.Y);
}
