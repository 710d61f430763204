using AspireMl.Retraining.Worker.SpanReader.Generation.Rendering;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Noise;

/// <summary>A page that was laid on the scanner a little askew: words move along the slant, their boxes stay upright.</summary>
internal static class Skew
{
    public static List<List<InkWord>> Apply(List<List<InkWord>> lines, double degrees, double width)
    {
        // Text that would leave the page at the top is kept on it by turning around the higher corner.
        var slope = (float)Math.Tan(degrees * Math.PI / 180);
        var pivot = slope < 0 ? (float)width : 0;
        return [.. lines.Select(line => line.Select(word => word with { Box = word.Box with { Y = word.Box.Y + (slope * (word.Box.X - pivot)) } }).ToList())];
    }
}
