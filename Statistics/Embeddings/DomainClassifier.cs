using AspireMl.Statistics.Numeric;
using AspireMl.Statistics.Sampling;
using MathNet.Numerics.LinearAlgebra;

namespace AspireMl.Statistics.Embeddings;

/// <summary>
/// Whether a classifier can tell two samples of vectors apart (Lopez-Paz and Oquab 2017): logistic regression with a ridge, by
/// Newton's method on standardised components, each fifth of the rows scored by a fit to the others.
/// </summary>
public static class DomainClassifier
{
    const int Folds = 5;
    const int MostSteps = 25;
    const double Enough = 1e-8;

    /// <summary>The area under the receiver operating characteristic of the scores: about one half when the samples are alike, 1 when they can be told apart without an error.</summary>
    /// <param name="reference">At least 10 rows.</param>
    /// <param name="current">At least 10 rows of the same dimensions.</param>
    /// <param name="ridge">Weight of half the squared coefficients, above 0.</param>
    /// <param name="seed">Decides which rows are scored together.</param>
    /// <exception cref="ArgumentException">A side has fewer than 10 rows, or their dimensions differ.</exception>
    public static double Auc(EmbeddingRows reference, EmbeddingRows current, double ridge = 1, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(current);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ridge);
        if (reference.Count < 2 * Folds || current.Count < 2 * Folds)
        {
            throw new ArgumentException($"The classifier takes at least {2 * Folds} rows a side; there are {reference.Count} and {current.Count}.");
        }

        var design = Design(reference.With(current));
        var isCurrent = Vector<double>.Build.Dense(design.RowCount, row => row < reference.Count ? 0 : 1);
        int[] folds = [.. FoldsOf(reference.Count, seed), .. FoldsOf(current.Count, seed + 1)];
        var scores = new double[design.RowCount];
        for (var fold = 0; fold < Folds; fold++)
        {
            int[] others = [.. Enumerable.Range(0, folds.Length).Where(row => folds[row] != fold)];
            var weights = Fit(
                Matrix<double>.Build.DenseOfRows(others.Select(row => design.Row(row))), Vector<double>.Build.DenseOfEnumerable(others.Select(row => isCurrent[row])), ridge);
            for (var row = 0; row < folds.Length; row++)
            {
                scores[row] = folds[row] == fold ? design.Row(row) * weights : scores[row];
            }
        }

        var u = MannWhitney.Test(SortedSample.Of(scores.AsSpan(reference.Count)), SortedSample.Of(scores.AsSpan(0, reference.Count))).Statistic;
        return u / ((double)reference.Count * current.Count);
    }

    // Each component with mean 0 and deviation 1 over both samples, and a column of ones.
    static Matrix<double> Design(EmbeddingRows rows)
    {
        var design = Matrix<double>.Build.Dense(rows.Count, rows.Dimensions + 1, 1);
        for (var component = 0; component < rows.Dimensions; component++)
        {
            var values = rows.Component(component);
            var moments = Moments.Of(values);
            var scale = moments.StandardDeviation > 0 ? moments.StandardDeviation : 1;
            design.SetColumn(component, [.. values.Select(value => (value - moments.Mean) / scale)]);
        }

        return design;
    }

    static int[] FoldsOf(int count, ulong seed)
    {
        int[] folds = [.. Enumerable.Range(0, count).Select(row => row % Folds)];
        var random = new SplitMix64(seed);
        for (var place = count - 1; place > 0; place--)
        {
            var other = random.Below(place + 1);
            (folds[place], folds[other]) = (folds[other], folds[place]);
        }

        return folds;
    }

    static Vector<double> Fit(Matrix<double> design, Vector<double> target, double ridge)
    {
        var weights = Vector<double>.Build.Dense(design.ColumnCount);
        // The constant is not drawn to 0.
        var pull = Vector<double>.Build.Dense(design.ColumnCount, column => column == design.ColumnCount - 1 ? 1e-9 : ridge);
        for (var step = 0; step < MostSteps; step++)
        {
            var probabilities = (design * weights).Map(score => 1 / (1 + Math.Exp(-score)));
            var gradient = design.TransposeThisAndMultiply(target - probabilities) - pull.PointwiseMultiply(weights);
            var scaled = design.Clone();
            for (var row = 0; row < scaled.RowCount; row++)
            {
                scaled.SetRow(row, scaled.Row(row) * (probabilities[row] * (1 - probabilities[row])));
            }

            var curvature = design.TransposeThisAndMultiply(scaled) + Matrix<double>.Build.DenseOfDiagonalVector(pull);
            var change = curvature.Cholesky().Solve(gradient);
            weights += change;
            if (change.InfinityNorm() < Enough)
            {
                break;
            }
        }

        return weights;
    }
}
