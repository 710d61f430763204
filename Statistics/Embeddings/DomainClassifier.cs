using System.Numerics.Tensors;
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
        double[] isCurrent = [.. Enumerable.Repeat(0.0, reference.Count), .. Enumerable.Repeat(1.0, current.Count)];
        int[] folds = [.. FoldsOf(reference.Count, seed), .. FoldsOf(current.Count, seed + 1)];
        var scores = new double[folds.Length];
        for (var fold = 0; fold < Folds; fold++)
        {
            int[] others = [.. Enumerable.Range(0, folds.Length).Where(row => folds[row] != fold)];
            var found = Scores(design, Fit(Array.ConvertAll(design, values => Chosen(values, others)), Chosen(isCurrent, others), ridge));
            for (var row = 0; row < folds.Length; row++)
            {
                scores[row] = folds[row] == fold ? found[row] : scores[row];
            }
        }

        var u = MannWhitney.Test(SortedSample.Of(scores.AsSpan(reference.Count)), SortedSample.Of(scores.AsSpan(0, reference.Count))).Statistic;
        return u / ((double)reference.Count * current.Count);
    }

    // Component by component, each with mean 0 and deviation 1 over both samples, and a column of ones.
    static double[][] Design(EmbeddingRows rows) =>
        [.. Enumerable.Range(0, rows.Dimensions).Select(component => Standardised(rows.Component(component))), [.. Enumerable.Repeat(1.0, rows.Count)]];

    static double[] Standardised(double[] values)
    {
        var moments = Moments.Of(values);
        var scale = moments.StandardDeviation > 0 ? moments.StandardDeviation : 1;
        return Array.ConvertAll(values, value => (value - moments.Mean) / scale);
    }

    static double[] Chosen(double[] values, int[] rows) => Array.ConvertAll(rows, row => values[row]);

    static double[] Scores(double[][] design, Vector<double> weights)
    {
        var scores = new double[design[0].Length];
        foreach (var (column, values) in design.Index())
        {
            TensorPrimitives.MultiplyAdd(values, weights[column], scores, scores);
        }

        return scores;
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

    static Vector<double> Fit(double[][] design, double[] target, double ridge)
    {
        var weights = Vector<double>.Build.Dense(design.Length);
        // The constant is not drawn to 0.
        var pull = Vector<double>.Build.Dense(design.Length, column => column == design.Length - 1 ? 1e-9 : ridge);
        for (var step = 0; step < MostSteps; step++)
        {
            var probabilities = Scores(design, weights);
            TensorPrimitives.Sigmoid(probabilities, probabilities);
            var rest = new double[target.Length];
            TensorPrimitives.Subtract(target, probabilities, rest);
            var gradient = Vector<double>.Build.Dense(design.Length, column => TensorPrimitives.Dot(design[column], rest)) - pull.PointwiseMultiply(weights);
            var change = Curvature(design, probabilities, pull).Cholesky().Solve(gradient);
            weights += change;
            if (change.InfinityNorm() < Enough)
            {
                break;
            }
        }

        return weights;
    }

    static Matrix<double> Curvature(double[][] design, double[] probabilities, Vector<double> pull)
    {
        var curvature = Matrix<double>.Build.DenseOfDiagonalVector(pull);
        var scaled = new double[probabilities.Length];
        for (var column = 0; column < design.Length; column++)
        {
            for (var row = 0; row < scaled.Length; row++)
            {
                scaled[row] = design[column][row] * probabilities[row] * (1 - probabilities[row]);
            }

            for (var other = column; other < design.Length; other++)
            {
                var sum = curvature[column, other] + TensorPrimitives.Dot(scaled, design[other]);
                curvature[column, other] = curvature[other, column] = sum;
            }
        }

        return curvature;
    }
}
