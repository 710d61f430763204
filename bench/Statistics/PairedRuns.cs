using System.Diagnostics;

namespace AspireMl.Bench.Statistics;

/// <summary>Medians of runs taken in turns, so that a change of the machine's pace meets both sides; the ratio is the median of the pairs' ratios.</summary>
internal sealed record PairedRuns(double Milliseconds, double BaselineMilliseconds, double Ratio)
{
    public static PairedRuns Of(int rounds, Action measured, Action baseline)
    {
        measured();
        baseline();
        var pairs = Enumerable.Range(0, rounds).Select(_ => (Measured: Time(measured), Baseline: Time(baseline))).ToArray();
        return new(Median(pairs.Select(pair => pair.Measured)), Median(pairs.Select(pair => pair.Baseline)), Median(pairs.Select(pair => pair.Measured / pair.Baseline)));
    }

    static double Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
