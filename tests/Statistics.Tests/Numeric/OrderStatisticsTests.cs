using AspireMl.Statistics.Numeric;
using FsCheck;
using FsCheck.Fluent;

namespace AspireMl.Statistics.Tests.Numeric;

public sealed class OrderStatisticsTests
{
    [Fact]
    public void The_median_is_that_of_the_sorted_numbers() => Prop.ForAll(Samples.Single, sample =>
    {
        float[] values = [.. sample.Select(value => (float)Math.Exp(value))];
        var sorted = values.Order().ToArray();
        return OrderStatistics.Median(values) == (sorted[(sorted.Length - 1) / 2] + (double)sorted[sorted.Length / 2]) / 2;
    }).Check(Samples.Quick);

    [Fact]
    public void Numbers_that_share_the_upper_half_of_their_bits_are_told_apart()
    {
        float[] values = [1.00003f, 1.00001f, 1.00002f];

        Assert.Equal(1.00002f, OrderStatistics.Median(values));
    }
}
