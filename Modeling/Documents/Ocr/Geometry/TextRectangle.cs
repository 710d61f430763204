using System.Numerics;
using AspireMl.Contracts.Documents;

namespace AspireMl.Modeling.Documents.Ocr.Geometry;

/// <summary>A rectangle of any angle around a line of text.</summary>
/// <param name="Origin">The corner where the text begins, on its upper side.</param>
/// <param name="Along">Unit vector in reading direction.</param>
/// <param name="Width">Extent in reading direction.</param>
/// <param name="Height">Extent across, from the upper side to the lower.</param>
internal readonly record struct TextRectangle(Vector2 Origin, Vector2 Along, float Width, float Height)
{
    /// <summary>Unit vector from the upper side to the lower: a quarter turn clockwise from <see cref="Along"/> on a page whose y points down.</summary>
    internal Vector2 Down => new(-Along.Y, Along.X);

    internal Vector2 Centre => At(Width / 2, Height / 2);

    internal Vector2 At(float along, float down) => Origin + (Along * along) + (Down * down);

    /// <summary>Grows by the same distance on every side.</summary>
    internal TextRectangle Grow(float distance) =>
        new(At(-distance, -distance), Along, Width + (2 * distance), Height + (2 * distance));

    /// <summary>Scales the page under the rectangle, by factors that are nearly the same.</summary>
    internal TextRectangle Scale(float x, float y)
    {
        var factor = new Vector2(x, y);
        var along = Along * factor;
        var down = Down * factor;
        return new(Origin * factor, Vector2.Normalize(along), Width * along.Length(), Height * down.Length());
    }

    /// <summary>The same place with the text running from its upper side to its lower.</summary>
    internal TextRectangle Turn() => new(At(Width, 0), Down, Height, Width);

    /// <summary>The same place with the text running the other way, its upper side below.</summary>
    internal TextRectangle Flip() => new(At(Width, Height), -Along, Width, Height);

    /// <summary>The part between two distances along the text.</summary>
    internal TextRectangle Slice(float from, float to) => new(At(from, 0), Along, to - from, Height);

    /// <summary>The upright box around the rectangle, cut to the page.</summary>
    internal Box BoundingBox(int pageWidth, int pageHeight)
    {
        Vector2 a = Origin, b = At(Width, 0), c = At(0, Height), d = At(Width, Height);
        var page = new Vector2(pageWidth, pageHeight);
        var low = Vector2.Clamp(Vector2.Min(Vector2.Min(a, b), Vector2.Min(c, d)), Vector2.Zero, page);
        var high = Vector2.Clamp(Vector2.Max(Vector2.Max(a, b), Vector2.Max(c, d)), Vector2.Zero, page);
        return new(low.X, low.Y, high.X - low.X, high.Y - low.Y);
    }
}
