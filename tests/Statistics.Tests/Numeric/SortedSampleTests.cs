using AspireMl.Statistics.Numeric;
using FsCheck;
using FsCheck.Fluent;

namespace AspireMl.Statistics.Tests.Numeric;

public sealed class SortedSampleTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(5_000)]
    [InlineData(100_003)]
    public void Values_are_in_order(int count)
    {
        var random = new System.Random(7);
        double[] values = [.. Enumerable.Range(0, count).Select(_ => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-300, 300)))];
        double[] expected = [.. values];
        Array.Sort(expected);
        Assert.Equal(expected, SortedSample.Of(values).Values.ToArray());
    }

    [Fact]
    public void Small_integers_are_in_order_when_most_of_their_bits_agree()
    {
        double[] values = [.. Enumerable.Range(0, 20_000).Select(index => (double)(index * 7919 % 13) - 6)];
        Assert.Equal(values.Order(), SortedSample.Of(values).Values.ToArray());
    }

    [Fact]
    public void NaN_and_infinities_are_counted_apart()
    {
        var sample = SortedSample.Of([3, double.NaN, 1, double.PositiveInfinity, double.NegativeInfinity, double.NaN, 2]);
        Assert.Equal([1, 2, 3], sample.Values.ToArray());
        Assert.Equal((3, 2, 2), (sample.Count, sample.Missing, sample.Infinite));
        Assert.Equal(new Moments(3, 2, 2), sample.Moments);
    }

    [Fact]
    public void Minus_zero_is_zero() => Assert.Equal(0, KolmogorovSmirnov.Distance(SortedSample.Of([-0.0]), SortedSample.Of([0.0])));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 1)]
    [InlineData(0.26, 2)]
    [InlineData(0.5, 2)]
    [InlineData(1, 4)]
    public void Quantiles_are_values_of_the_sample(double share, double expected) => Assert.Equal(expected, SortedSample.Of([4, 3, 2, 1]).Quantile(share));

    [Fact]
    public void An_empty_sample_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new SamplePair(SortedSample.Of([1]), SortedSample.Of([double.NaN])));
        Assert.Throws<InvalidOperationException>(() => SortedSample.Of([]).Quantile(0.5));
    }

    [Fact]
    public void Moments_merge_to_those_of_all_values() => Prop.ForAll(Samples.Pairs, pair =>
    {
        double[] all = [.. pair.First, .. pair.Second];
        var (merged, whole) = (Moments.Of(pair.First).Merge(Moments.Of(pair.Second)), Moments.Of(all));
        var added = all.Aggregate(default(Moments), (moments, value) => moments.Add(value));
        return merged.Count == whole.Count && Close.Within(whole.Mean, merged.Mean, 1e-9) && Close.Within(whole.SquaredDeviations, merged.SquaredDeviations)
            && Close.Within(whole.Mean, added.Mean, 1e-9) && Close.Within(whole.SquaredDeviations, added.SquaredDeviations);
    }).Check(Samples.Quick);
}
