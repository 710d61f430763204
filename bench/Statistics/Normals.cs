namespace AspireMl.Bench.Statistics;

/// <summary>Normal numbers from a seed.</summary>
internal static class Normals
{
    public static double[] Of(int seed, int count, double mean = 0)
    {
        var random = new Random(seed);
        var values = new double[count];
        for (var index = 0; index < count; index++)
        {
            values[index] = mean + (Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        }

        return values;
    }
}
