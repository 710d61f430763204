using System.Diagnostics;

namespace AspireMl.Bench.Statistics;

/// <summary>Times of runs taken in turns.</summary>
internal sealed record PairedRuns(double Milliseconds, double BaselineMilliseconds, double Ratio)
{
    public static PairedRuns Of(int rounds, Action measured, Action baseline)
    {
        // Nothing is waited for: the tasks have ended when they are given.
        var pairs = Pairs.OfAsync(rounds, () => Task.FromResult(Time(measured)), () => Task.FromResult(Time(baseline))).GetAwaiter().GetResult();
        return new(pairs.Measured, pairs.Baseline, pairs.Ratio);
    }

    static double Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
