using MathNet.Numerics.LinearAlgebra;

namespace AspireMl.Statistics.Embeddings;

/// <summary>
/// The plane in which a sample of vectors spreads most: its first two principal components (Pearson 1901). A component's largest
/// loading is positive, so that the same sample gives the same picture.
/// </summary>
public sealed class PrincipalPlane
{
    readonly double[] _mean;
    readonly Matrix<double> _axes;

    /// <summary>Finds the plane of a sample.</summary>
    /// <exception cref="ArgumentException">There are fewer than 2 rows, or fewer than 2 dimensions.</exception>
    public PrincipalPlane(EmbeddingRows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count < 2 || rows.Dimensions < 2)
        {
            throw new ArgumentException("A plane takes at least 2 rows of at least 2 dimensions.", nameof(rows));
        }

        _mean = rows.Mean();
        var centred = Matrix<double>.Build.Dense(rows.Count, rows.Dimensions, (row, component) => rows[row][component] - _mean[component]);
        var spread = (centred.TransposeThisAndMultiply(centred) / (rows.Count - 1)).Evd(Symmetricity.Symmetric);
        var variances = spread.EigenValues.Select(value => Math.Max(0, value.Real)).ToArray();
        // They come in ascending order.
        _axes = Matrix<double>.Build.DenseOfColumnVectors(Turned(spread.EigenVectors.Column(rows.Dimensions - 1)), Turned(spread.EigenVectors.Column(rows.Dimensions - 2)));
        var total = variances.Sum();
        Explained = total > 0 ? (variances[^1] + variances[^2]) / total : 1;
    }

    /// <summary>The share of the sample's variance that lies in the plane, 0 to 1.</summary>
    public double Explained { get; }

    /// <summary>A vector's place in the plane, seen from the sample's mean.</summary>
    public (double X, double Y) Project(ReadOnlySpan<float> vector)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(vector.Length, _mean.Length);
        var (x, y) = (0.0, 0.0);
        for (var component = 0; component < vector.Length; component++)
        {
            var value = vector[component] - _mean[component];
            (x, y) = (x + (value * _axes[component, 0]), y + (value * _axes[component, 1]));
        }

        return (x, y);
    }

    static Vector<double> Turned(Vector<double> axis) => axis[axis.AbsoluteMaximumIndex()] < 0 ? -axis : axis;
}
