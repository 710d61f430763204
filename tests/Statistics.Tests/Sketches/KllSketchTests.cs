using AspireMl.Statistics.Distributions;
using AspireMl.Statistics.Numeric;
using AspireMl.Statistics.Sketches;
using FsCheck;
using FsCheck.Fluent;

namespace AspireMl.Statistics.Tests.Sketches;

public sealed class KllSketchTests
{
    static readonly Arbitrary<(int Seed, int First, int Second, int Third)> Streams = Gen.Choose(0, 1_000_000)
        .SelectMany(seed => Gen.Choose(0, 6000).Three().Select(sizes => (seed, sizes.Item1, sizes.Item2, sizes.Item3))).ToArbitrary();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_million_values_stay_within_the_stated_error(int seed)
    {
        var values = Values(seed, 1_000_000);
        var (exact, sketched) = (SortedSample.Of(values), Sketch(values, KllSketch.DefaultCapacity).ToSample());
        var error = KolmogorovSmirnov.Distance(exact, sketched);
        Assert.Equal(exact.Count, sketched.Count);
        Assert.InRange(error, 0, sketched.RankError);
        Assert.InRange(sketched.RankError, 0, 0.01);
    }

    [Fact]
    public void A_stream_that_fits_is_exact()
    {
        var values = Values(5, 2000);
        var (exact, sketched) = (SortedSample.Of(values), Sketch(values, KllSketch.DefaultCapacity).ToSample());
        Assert.Equal(exact.Values.ToArray(), sketched.Values.ToArray());
        Assert.Equal(0, sketched.RankError);
    }

    [Fact]
    public void Ordered_streams_stay_within_the_stated_error()
    {
        double[] values = [.. Enumerable.Range(0, 200_000).Select(value => (double)value)];
        foreach (var stream in new[] { values, [.. values.Reverse()] })
        {
            var sample = Sketch(stream, 512).ToSample();
            Assert.InRange(KolmogorovSmirnov.Distance(SortedSample.Of(values), sample), 0, sample.RankError);
        }
    }

    [Fact]
    public void Merging_in_any_order_gives_the_same_answers_within_the_bound() => Prop.ForAll(Streams, streams =>
    {
        double[][] parts = [Values(streams.Seed, streams.First), Values(streams.Seed + 1, streams.Second), Values(streams.Seed + 2, streams.Third)];
        var left = Sketch(parts[0], 64, 1);
        left.Merge(Sketch(parts[1], 64, 2));
        left.Merge(Sketch(parts[2], 64, 3));
        var tail = Sketch(parts[1], 64, 2);
        tail.Merge(Sketch(parts[2], 64, 3));
        var right = Sketch(parts[0], 64, 1);
        right.Merge(tail);
        var exact = SortedSample.Of([.. parts.SelectMany(part => part)]);
        return exact.Count == 0 || new[] { left, right }.All(sketch =>
            sketch.Moments.Count == exact.Count
            && Close.Within(exact.Moments.Mean, sketch.Moments.Mean) && Close.Within(exact.Moments.SquaredDeviations, sketch.Moments.SquaredDeviations)
            && (sketch.Quantiles.Min, sketch.Quantiles.Max) == (exact.Min, exact.Max)
            && KolmogorovSmirnov.Distance(exact, sketch.ToSample()) <= sketch.Quantiles.RankError);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20260, 11)); // The bound holds with 99 % confidence, so the streams are always the same.

    [Fact]
    public void Distances_from_sketches_are_near_the_exact_ones()
    {
        var (first, second) = (Values(1, 300_000), Values(2, 300_000).Select(value => (value * 1.1) + 0.2).ToArray());
        var exact = Samples.Pair(first, second);
        var sketched = new SamplePair(exact.Reference, Sketch(second, KllSketch.DefaultCapacity).ToSample());
        var bins = Bins.Of(exact.Reference);
        Assert.Equal(KolmogorovSmirnov.Distance(exact), KolmogorovSmirnov.Distance(sketched), sketched.Current.RankError);
        Assert.Equal(Wasserstein.NormedDistance(exact), Wasserstein.NormedDistance(sketched), 0.02);
        Assert.Equal(
            PopulationStabilityIndex.Of(bins.Counts(exact.Reference), bins.Counts(exact.Current)),
            PopulationStabilityIndex.Of(bins.Counts(exact.Reference), bins.Counts(sketched.Current)), 0.01);
    }

    [Fact]
    public void The_same_calls_give_the_same_bytes_and_bytes_go_on_as_the_sketch_would()
    {
        var (first, second) = (Sketch(Values(9, 50_000), 256), Sketch(Values(9, 50_000), 256));
        Assert.Equal(first.ToBytes(), second.ToBytes());
        var restored = NumericSketch.FromBytes(first.ToBytes());
        foreach (var value in Values(10, 5000))
        {
            first.Add(value);
            restored.Add(value);
        }

        Assert.Equal(first.ToBytes(), restored.ToBytes());
        Assert.Equal((first.Rows, first.Moments), (restored.Rows, restored.Moments));
    }

    [Fact]
    public void Missing_and_infinite_values_are_counted_apart()
    {
        var sketch = new NumericSketch();
        sketch.Add([1, double.NaN, double.NegativeInfinity]);
        Assert.Equal((3, 1, 1), (sketch.Rows, sketch.Missing, sketch.Infinite));
    }

    [Fact]
    public void Broken_bytes_are_refused()
    {
        var bytes = Sketch(Values(1, 100), 64).ToBytes();
        byte[] newer = [bytes[0], 9, .. bytes.Skip(2)];
        Assert.Throws<InvalidDataException>(() => NumericSketch.FromBytes(bytes.AsSpan(0, bytes.Length - 3)));
        Assert.Throws<InvalidDataException>(() => NumericSketch.FromBytes([.. bytes, 0]));
        Assert.Throws<InvalidDataException>(() => CategorySketch.FromBytes(bytes));
        Assert.Contains("version 9", Assert.Throws<InvalidDataException>(() => NumericSketch.FromBytes(newer)).Message);
    }

    static double[] Values(int seed, int count)
    {
        var random = new System.Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))];
    }

    static NumericSketch Sketch(double[] values, int capacity, ulong seed = 1)
    {
        var sketch = new NumericSketch(capacity, seed);
        sketch.Add(values);
        return sketch;
    }
}
