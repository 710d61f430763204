using System.Numerics.Tensors;
using AspireMl.Statistics.Numeric;

namespace AspireMl.Statistics.Embeddings;

/// <summary>
/// The kernel two-sample test of Gretton and others (2012): the squared maximum mean discrepancy, unbiased, with the Gaussian kernel
/// exp(−γ‖x − y‖²), and its p-value by permutation.
/// </summary>
public static class MaximumMeanDiscrepancy
{
    /// <summary>Most rows of both sides together; the kernel of all pairs is held in memory, 4 bytes a pair.</summary>
    public const int MostRows = 10_000;

    /// <summary>Compares two samples.</summary>
    /// <param name="reference">At least 2 rows.</param>
    /// <param name="current">At least 2 rows of the same dimensions.</param>
    /// <param name="options">The shuffles.</param>
    /// <param name="gamma">γ of the kernel, above 0; 1 ÷ median of the squared distances of all pairs when null.</param>
    /// <returns>The unbiased estimate of MMD², which may be below 0, and the p-value.</returns>
    /// <exception cref="ArgumentException">A side has fewer than 2 rows, there are too many, or their dimensions differ.</exception>
    public static TestResult Test(EmbeddingRows reference, EmbeddingRows current, PermutationOptions? options = null, double? gamma = null)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(current);
        if (reference.Count < 2 || current.Count < 2 || reference.Count + current.Count > MostRows)
        {
            throw new ArgumentException($"The test takes at least 2 rows a side and at most {MostRows} together; there are {reference.Count} and {current.Count}.");
        }

        var pairs = SquaredDistances(reference.With(current));
        var members = new Memberships(reference.Count, current.Count, options ?? new());
        ToKernel(pairs, gamma ?? 1 / Median(pairs));
        var statistics = Statistics(pairs, members, reference.Count, current.Count);
        return new(statistics[0], Memberships.PValue(statistics));
    }

    // Pairs i < j, row by row.
    static float[] SquaredDistances(EmbeddingRows rows)
    {
        var pairs = new float[(long)rows.Count * (rows.Count - 1) / 2];
        var place = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            for (var j = i + 1; j < rows.Count; j++)
            {
                var distance = TensorPrimitives.Distance(rows[i], rows[j]);
                pairs[place++] = distance * distance;
            }
        }

        return pairs;
    }

    static double Median(float[] pairs)
    {
        var median = OrderStatistics.Median(pairs);
        // Where most rows are the same, any width tells the others from them.
        return median > 0 ? median : 1;
    }

    static void ToKernel(Span<float> pairs, double gamma)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(gamma);
        TensorPrimitives.Multiply(pairs, (float)-gamma, pairs);
        TensorPrimitives.Exp(pairs, pairs);
    }

    // Of the sums over pairs within the reference, across, and within the current rows, the memberships give the first for a block of
    // shuffles at once; the others follow from it and from the sums of the kernel's rows.
    static double[] Statistics(float[] pairs, Memberships members, int reference, int current)
    {
        var sums = new KernelSums(pairs, reference + current);
        var statistics = new double[members.Columns];
        var (within, touching) = (new double[Memberships.Width], new double[Memberships.Width]);
        var (total, n, m) = (sums.RowSums.Sum(), (double)reference, (double)current);
        while (members.Next())
        {
            sums.Add(members.Block, within, touching);
            for (var column = 0; column < Math.Min(Memberships.Width, members.Columns - members.First); column++)
            {
                var (inside, touched) = (within[column], touching[column]);
                statistics[members.First + column] =
                    (inside / (n * (n - 1))) + ((total - (2 * touched) + inside) / (m * (m - 1))) - (2 * (touched - inside) / (n * m));
            }
        }

        return statistics;
    }
}
