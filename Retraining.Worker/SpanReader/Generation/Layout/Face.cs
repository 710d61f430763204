namespace AspireMl.Retraining.Worker.SpanReader.Generation.Layout;

internal enum Face
{
    Sans,
    Serif,
    Narrow,
    Mono,
}

/// <summary>A face at a size in points; bold runs a little wider.</summary>
internal readonly record struct Font(Face Face, double Size, bool Bold = false)
{
    public double LineHeight => Size * 1.32;

    public Font Scaled(double factor) => this with { Size = Size * factor };

    public double Width(string text)
    {
        var ems = 0.0;
        foreach (var c in text)
        {
            ems += Advance(c);
        }

        return ems * Size;
    }

    public double Advance(char c)
    {
        var width = Face switch
        {
            Face.Mono => 0.6,
            Face.Narrow => Proportional(c) * 0.82,
            Face.Serif => Proportional(c) * 0.93,
            _ => Proportional(c),
        };
        return Bold && Face != Face.Mono ? width * 1.06 : width;
    }

    static double Proportional(char c) => c switch
    {
        'i' or 'l' or 'j' or '\'' or '|' => 0.23,
        'I' or '.' or ',' or ':' or ';' or '!' or ' ' or '/' or '\u00A0' or 't' or 'f' => 0.28,
        '(' or ')' or '-' or 'r' or '[' or ']' => 0.34,
        'm' or 'W' or 'M' or '@' or '%' => 0.86,
        'w' => 0.72,
        'G' or 'O' or 'Q' => 0.77,
        >= 'A' and <= 'Z' => 0.67,
        's' or 'c' or 'k' or 'v' or 'x' or 'y' or 'z' or 'J' => 0.5,
        _ => 0.556,
    };
}
