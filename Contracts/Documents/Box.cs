namespace AspireMl.Contracts.Documents;

/// <summary>An upright rectangle on a page, in pixels of the uploaded image as it is shown (after its EXIF orientation).</summary>
/// <param name="X">Left edge, from 0.</param>
/// <param name="Y">Top edge, from 0.</param>
/// <param name="Width">Width, at least 0.</param>
/// <param name="Height">Height, at least 0.</param>
public readonly record struct Box(float X, float Y, float Width, float Height)
{
    /// <summary>The right edge.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public float Right => X + Width;

    /// <summary>The bottom edge.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public float Bottom => Y + Height;

    /// <summary>The x of its middle.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public float CentreX => X + (Width / 2);

    /// <summary>The y of its middle.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public float CentreY => Y + (Height / 2);

    /// <summary>The smallest box that holds all boxes of a list.</summary>
    /// <exception cref="InvalidOperationException">The list is empty.</exception>
    public static Box Around(IEnumerable<Box> boxes) => boxes.Aggregate(static (all, box) => all.Union(box));

    /// <summary>The smallest box that holds both.</summary>
    public Box Union(Box other)
    {
        var x = MathF.Min(X, other.X);
        var y = MathF.Min(Y, other.Y);
        return new(x, y, MathF.Max(Right, other.Right) - x, MathF.Max(Bottom, other.Bottom) - y);
    }
}
