namespace AspireMl.Statistics.Sketches;

/// <summary>How many values a compactor holds: two thirds of the one above it, but never so few that passing on costs more than holding.</summary>
internal static class Capacities
{
    public const int Smallest = 64;
    public const int Largest = 65_536;

    const double Shrink = 2.0 / 3;

    public static int Of(int capacity, int depth) => Math.Max(Smallest, (int)(capacity * Math.Pow(Shrink, depth)));
}
