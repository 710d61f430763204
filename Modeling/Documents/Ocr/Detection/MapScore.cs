using System.Numerics;
using AspireMl.Modeling.Documents.Ocr.Geometry;

namespace AspireMl.Modeling.Documents.Ocr.Detection;

/// <summary>Mean probability inside a rectangle of any angle.</summary>
internal static class MapScore
{
    internal static float Mean(ReadOnlySpan<float> map, int width, int height, TextRectangle rectangle)
    {
        var bounds = rectangle.BoundingBox(width, height);
        var sum = 0.0;
        var count = 0;
        for (var y = (int)bounds.Y; y < Math.Min(height, MathF.Ceiling(bounds.Bottom)); y++)
        {
            for (var x = (int)bounds.X; x < Math.Min(width, MathF.Ceiling(bounds.Right)); x++)
            {
                var offset = new Vector2(x + 0.5f, y + 0.5f) - rectangle.Origin;
                var along = Vector2.Dot(offset, rectangle.Along);
                var down = Vector2.Dot(offset, rectangle.Down);
                if (along >= 0 && along <= rectangle.Width && down >= 0 && down <= rectangle.Height)
                {
                    sum += map[(y * width) + x];
                    count++;
                }
            }
        }

        return count == 0 ? 0 : (float)(sum / count);
    }
}
