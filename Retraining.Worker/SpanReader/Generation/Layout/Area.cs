namespace AspireMl.Retraining.Worker.SpanReader.Generation.Layout;

/// <summary>A column of the page to write into, from a height downwards, in points.</summary>
internal readonly record struct Area(double X, double Y, double Width)
{
    public double Right => X + Width;

    public Area At(double y) => this with { Y = y };

    public Area Left(double share) => this with { Width = Width * share };

    public Area RightPart(double share) => new(X + (Width * (1 - share)), Y, Width * share);

    public Area Column(int index, int count, double gap = 12)
    {
        var width = (Width - (gap * (count - 1))) / count;
        return new(X + (index * (width + gap)), Y, width);
    }
}

internal enum Align
{
    Left,
    Centre,
    Right,
}
