using AspireMl.Statistics.Numeric;
using AspireMl.Statistics.Sketches;

namespace AspireMl.Bench.Statistics;

/// <summary>What a row costs in a long stream against a short one, what the sketch keeps, and how far it is from the exact answer.</summary>
internal sealed record StreamMeasurement(double ShortNanoseconds, double LongNanoseconds, double Ratio, int ShortBytes, int LongBytes, double StatedError, double KsError)
{
    const int Short = 1_000_000;
    const int Long = 10_000_000;

    public static StreamMeasurement Measure(int rounds)
    {
        // Both sides read the same ten million numbers: once as ten streams, once as one.
        var values = Normals.Of(3, Long);
        var runs = PairedRuns.Of(rounds, () => Sketch(values), () =>
        {
            for (var start = 0; start < Long; start += Short)
            {
                Sketch(values.AsSpan(start, Short));
            }
        });
        var (small, large) = (Sketch(values.AsSpan(0, Short)), Sketch(values));
        var reference = SortedSample.Of(Normals.Of(4, Short, 0.2));
        var sample = large.ToSample();
        var error = Math.Abs(KolmogorovSmirnov.Distance(reference, sample) - KolmogorovSmirnov.Distance(reference, SortedSample.Of(values)));
        return new(runs.BaselineMilliseconds * 1e6 / Long, runs.Milliseconds * 1e6 / Long, runs.Ratio, small.ToBytes().Length, large.ToBytes().Length, sample.RankError, error);
    }

    static NumericSketch Sketch(ReadOnlySpan<double> values)
    {
        var sketch = new NumericSketch(seed: 1);
        sketch.Add(values);
        return sketch;
    }
}
