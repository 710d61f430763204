using AspireMl.Statistics.Multiple;
using AspireMl.Statistics.Numeric;

namespace AspireMl.Statistics.Embeddings;

/// <summary>In how many components two samples of vectors differ.</summary>
public static class DriftedComponents
{
    /// <summary>
    /// The share of components, 0 to 1, whose Kolmogorov-Smirnov p-values, adjusted by Benjamini and Hochberg over all components, are at most
    /// <paramref name="significance"/>.
    /// </summary>
    /// <exception cref="ArgumentException">A side has no rows, or their dimensions differ.</exception>
    public static double Share(EmbeddingRows reference, EmbeddingRows current, double significance = 0.05)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(current);
        if (reference.Count == 0 || current.Count == 0 || reference.Dimensions != current.Dimensions)
        {
            throw new ArgumentException("Both sides need rows of the same dimensions.");
        }

        double[] pValues = [.. Enumerable.Range(0, reference.Dimensions).Select(component => KolmogorovSmirnov.Test(
            SortedSample.Of(reference.Component(component)), SortedSample.Of(current.Component(component)), PValueKind.Asymptotic).PValue)];
        return BenjaminiHochberg.Adjust(pValues).Count(pValue => pValue <= significance) / (double)reference.Dimensions;
    }
}
