using AspireMl.Statistics.Regression;
using MathNet.Numerics.LinearAlgebra;

namespace AspireMl.Statistics.Performance;

/// <summary>
/// Direct loss estimation: learns from labelled rows how large a model's loss is, given its features and prediction, and says from these
/// alone how large it will be elsewhere. It sees rows move to where the model is worse; it cannot see that the truth itself has changed,
/// nor what happens where the reference had no rows. The learner is ridge regression on a quadratic surface; its penalty is chosen by
/// cross-validation over blocks of consecutive rows.
/// </summary>
public sealed class DirectLossEstimator
{
    /// <summary>Fewest labelled rows to learn from.</summary>
    public const int FewestRows = 100;

    const int Blocks = 5;
    const double Normal95 = 1.959963984540054;

    static readonly double[] Penalties = [0.001, 0.01, 0.1, 1, 10];

    readonly QuadraticInputs _inputs;
    readonly Vector<double> _weights;
    readonly double _rowVariance;
    readonly double _blockVariance;
    readonly double _error;
    readonly double _referenceMean;

    DirectLossEstimator(QuadraticInputs inputs, Vector<double> weights, BlockErrors errors, double referenceMean)
    {
        (_inputs, _weights, _referenceMean) = (inputs, weights, referenceMean);
        (_rowVariance, _blockVariance, _error) = (errors.RowVariance, errors.BlockVariance, errors.MeanError);
    }

    /// <summary>Learns from labelled rows.</summary>
    /// <param name="columns">Features and prediction, column by column, in the order of time; NaN is missing.</param>
    /// <param name="losses">The loss of each row, such as |error|; at least 0.</param>
    /// <exception cref="ArgumentException">There are fewer rows than <see cref="FewestRows"/>, or the lengths differ.</exception>
    public static DirectLossEstimator Fit(IReadOnlyList<double[]> columns, double[] losses)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(losses);
        if (losses.Length < FewestRows || columns.Any(column => column.Length != losses.Length))
        {
            throw new ArgumentException($"Losses are learned from at least {FewestRows} rows, and every column needs a value for each.", nameof(losses));
        }

        var inputs = new QuadraticInputs(columns);
        var table = inputs.Expand(columns);
        var target = Vector<double>.Build.Dense(losses);
        var folds = RidgeFolds.Of(table, target, Blocks);
        var best = Penalties.Select(penalty => (Penalty: penalty, Errors: folds.Validate(penalty))).MinBy(tried => tried.Errors.RowVariance);
        return new(inputs, folds.Solve(best.Penalty), best.Errors, losses.Average());
    }

    /// <summary>The mean loss to expect of rows without labels.</summary>
    /// <param name="columns">As in <see cref="Fit"/>.</param>
    /// <exception cref="ArgumentException">The columns are not those that were learned from, or there are no rows.</exception>
    public LossEstimate Estimate(IReadOnlyList<double[]> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var expected = _inputs.Expand(columns) * _weights;
        if (expected.Count == 0)
        {
            throw new ArgumentException("There are no rows to estimate a loss of.", nameof(columns));
        }

        var mean = expected.Average(loss => Math.Max(0, loss));
        // Larger losses vary more: errors that keep their shape have a deviation in proportion to their mean.
        var scale = _referenceMean > 0 ? Math.Max(1, mean / _referenceMean) : 1;
        var width = Normal95 * Math.Sqrt((scale * scale * _rowVariance / expected.Count) + _blockVariance);
        return new(new Interval(mean, Math.Max(0, mean - width), mean + width), _error);
    }
}
