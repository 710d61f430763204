namespace AspireMl.Monitoring.Worker.Tests.Harness;

/// <summary>Readings of a roaster from a seed.</summary>
static class Readings
{
    /// <summary>Temperature, moisture and the place of the recipe, with the quality that follows from them and a little noise.</summary>
    public static (double[] Features, double Quality)[] Make(int count, int seed, double hotter = 0, double darkShare = 0.5)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var temperature = 200 + hotter + (Normal(random) * 10);
            var moisture = 10 + Normal(random);
            var recipe = random.NextDouble() < darkShare ? 1 : 0;
            return (new[] { temperature, moisture, recipe }, 400 + (temperature - 200) - (5 * moisture) + (20 * recipe) + (Normal(random) * 4));
        })];
    }

    public static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    public static IEnumerable<(double[] Features, double Target, Guid? InferenceId)> AsRows(this IEnumerable<(double[] Features, double Quality)> readings) =>
        readings.Select(reading => (reading.Features, reading.Quality, default(Guid?)));

    public static IReadOnlyList<(float[] Features, float Prediction)> AsAnswers(this IEnumerable<(double[] Features, double Quality)> readings) =>
        [.. readings.Select(reading => (Array.ConvertAll(reading.Features, value => (float)value), (float)reading.Quality))];
}
