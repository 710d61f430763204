namespace AspireMl.Bench.Statistics;

/// <summary>Figures of two sides taken in turns, so that a change of the machine's pace meets both; the ratio is the median of the pairs' ratios.</summary>
internal sealed record Pairs(double Measured, double Baseline, double Ratio)
{
    public static async Task<Pairs> OfAsync(int rounds, Func<Task<double>> measured, Func<Task<double>> baseline)
    {
        List<(double Measured, double Baseline)> pairs = [];
        for (var round = 0; round <= rounds; round++)
        {
            var pair = (await measured(), await baseline());
            // The first pair warms up.
            if (round > 0)
            {
                pairs.Add(pair);
            }
        }

        return new(Median(pairs.Select(pair => pair.Measured)), Median(pairs.Select(pair => pair.Baseline)), Median(pairs.Select(pair => pair.Measured / pair.Baseline)));
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
