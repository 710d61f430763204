using AspireMl.Statistics.Numeric;

namespace AspireMl.Statistics.Tests.Numeric;

public sealed class BinsTests
{
    [Fact]
    public void Quantile_bins_hold_equal_shares_of_the_reference()
    {
        var sample = SortedSample.Of([.. Enumerable.Range(1, 1000).Select(value => Math.Exp(value / 50.0))]);
        Assert.All(Bins.Of(sample).Counts(sample), count => Assert.Equal(100, count));
    }

    [Fact]
    public void Equal_widths_leave_a_long_tail_alone()
    {
        var sample = SortedSample.Of([0, 1, 2, 3, 4, 100]);
        Assert.Equal([5, 0, 0, 1], Bins.Of(sample, 4, BinKind.EqualWidth).Counts(sample));
    }

    [Fact]
    public void Values_beyond_the_reference_fall_into_the_outer_bins()
    {
        var bins = Bins.Of(SortedSample.Of([1, 2, 3, 4]), 4);
        Assert.Equal([2, 0, 0, 1], bins.Counts(SortedSample.Of([-100, 0, 100])));
    }

    [Fact]
    public void A_constant_reference_sees_a_move_to_either_side()
    {
        var bins = Bins.Of(SortedSample.Of([5, 5, 5]));
        Assert.Equal([0, 3, 0], bins.Counts(SortedSample.Of([5, 5, 5])));
        Assert.Equal([1, 1, 2], bins.Counts(SortedSample.Of([4, 5, 6, 7])));
    }

    [Fact]
    public void Ties_make_fewer_bins_and_none_that_the_reference_leaves_empty()
    {
        var sample = SortedSample.Of([0, 0, 0, 0, 0, 0, 0, 1, 2, 3]);
        Assert.Equal([7, 1, 1, 1], Bins.Of(sample).Counts(sample));
    }

    [Fact]
    public void A_binary_reference_has_two_bins()
    {
        var sample = SortedSample.Of([0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
        Assert.Equal([1, 12], Bins.Of(sample).Counts(sample));
    }
}
