using System.Globalization;
using AspireMl.Contracts.Documents;

namespace AspireMl.Bench.Documents;

/// <summary>A line that a person typed, and where it stands.</summary>
internal sealed record LabelledLine(Box Box, string Text)
{
    const int Coordinates = 8;

    /// <summary>Reads <c>x1,y1,x2,y2,x3,y3,x4,y4,text</c>; the text may hold commas.</summary>
    public static LabelledLine Parse(string line)
    {
        var parts = line.Split(',', Coordinates + 1);
        Span<float> numbers = stackalloc float[Coordinates];
        for (var i = 0; i < Coordinates; i++)
        {
            numbers[i] = float.Parse(parts[i], CultureInfo.InvariantCulture);
        }

        float left = numbers[0], right = left, top = numbers[1], bottom = top;
        for (var i = 2; i < Coordinates; i += 2)
        {
            (left, right) = (MathF.Min(left, numbers[i]), MathF.Max(right, numbers[i]));
            (top, bottom) = (MathF.Min(top, numbers[i + 1]), MathF.Max(bottom, numbers[i + 1]));
        }

        return new(new(left, top, right - left, bottom - top), parts[Coordinates].Trim());
    }
}
