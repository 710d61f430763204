using AspireMl.Statistics.Performance;

namespace AspireMl.Statistics.Tests.Performance;

public sealed class DirectLossEstimatorTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(1.5, 3)]
    public void The_estimate_follows_rows_to_where_the_model_is_worse(double shift, int seed)
    {
        var (reference, losses) = Make(5000, 0, 100);
        var (current, realised) = Make(2000, shift, seed);

        var estimate = DirectLossEstimator.Fit(reference, losses).Estimate(current);

        var truth = realised.Average();
        Assert.InRange(estimate.Mean.Estimate, truth * 0.93, truth * 1.07);
        Assert.InRange(truth, estimate.Mean.Lower, estimate.Mean.Upper);
        Assert.InRange(estimate.CrossValidatedError, 0, 0.05);
        // Without the estimate one would go on believing the reference's loss.
        Assert.True(shift == 0 || estimate.Mean.Lower > losses.Average());
    }

    [Fact]
    public void Intervals_hold_the_realised_loss_about_as_often_as_they_say()
    {
        var (reference, losses) = Make(3000, 0, 7);
        var estimator = DirectLossEstimator.Fit(reference, losses);
        var held = Enumerable.Range(0, 200).Count(seed =>
        {
            var (current, realised) = Make(200, 0.5, 1000 + seed);
            var interval = estimator.Estimate(current).Mean;
            return realised.Average() >= interval.Lower && realised.Average() <= interval.Upper;
        });
        Assert.InRange(held, 180, 200);
    }

    [Fact]
    public void Missing_values_and_constant_columns_do_no_harm()
    {
        var (reference, losses) = Make(500, 0, 1);
        reference[1][3] = double.NaN;
        reference[2] = [.. Enumerable.Repeat(5.0, 500)];
        var estimate = DirectLossEstimator.Fit(reference, losses).Estimate([.. reference.Select(_ => new[] { double.NaN, 1e300 })]);
        Assert.InRange(estimate.Mean.Estimate, 0, 10);
    }

    [Fact]
    public void Few_rows_and_other_columns_are_refused()
    {
        var (reference, losses) = Make(200, 0, 1);
        Assert.Throws<ArgumentException>(() => DirectLossEstimator.Fit([.. reference.Select(column => column[..99])], losses[..99]));
        Assert.Throws<ArgumentException>(() => DirectLossEstimator.Fit(reference, losses[..150]));
        var estimator = DirectLossEstimator.Fit(reference, losses);
        Assert.Throws<ArgumentException>(() => estimator.Estimate([.. reference.Take(2)]));
        Assert.Throws<ArgumentException>(() => estimator.Estimate([.. reference.Select(_ => Array.Empty<double>())]));
    }

    /// <summary>Three features and |error| of a perfect model whose noise grows with the first feature.</summary>
    static (double[][] Columns, double[] Losses) Make(int rows, double shift, int seed)
    {
        var random = new Random(seed);
        double[][] columns = [new double[rows], new double[rows], new double[rows]];
        var losses = new double[rows];
        for (var row = 0; row < rows; row++)
        {
            (columns[0][row], columns[1][row], columns[2][row]) = (Normal(random) + shift, Normal(random), Normal(random));
            losses[row] = Math.Abs(Normal(random)) * (1 + (0.3 * Math.Clamp(columns[0][row], -2.5, 2.5)));
        }

        return (columns, losses);
    }

    static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
