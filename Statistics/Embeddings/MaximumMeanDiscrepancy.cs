using System.Numerics.Tensors;

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
        float[] sorted = [.. pairs];
        Array.Sort(sorted);
        var median = (sorted[(sorted.Length - 1) / 2] + (double)sorted[sorted.Length / 2]) / 2;
        // Where most rows are the same, any width tells the others from them.
        return median > 0 ? median : 1;
    }

    static void ToKernel(Span<float> pairs, double gamma)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(gamma);
        TensorPrimitives.Multiply(pairs, (float)-gamma, pairs);
        TensorPrimitives.Exp(pairs, pairs);
    }

    // Of the sums over pairs within the reference, across, and within the current rows, one product with the memberships gives the
    // first for all shuffles at once; the others follow from it and from the sums of the kernel's rows.
    static double[] Statistics(ReadOnlySpan<float> pairs, Memberships members, int reference, int current)
    {
        var count = reference + current;
        var within = new double[members.Columns];
        var touching = new double[members.Columns];
        var rowSums = RowSums(pairs, count);
        var sums = new float[members.Columns];
        for (int i = 0, place = 0; i < count; i++)
        {
            Array.Clear(sums);
            for (var j = i + 1; j < count; j++)
            {
                TensorPrimitives.MultiplyAdd(members[j], pairs[place++], sums, sums);
            }

            var member = members[i];
            for (var column = 0; column < member.Length; column++)
            {
                within[column] += 2.0 * member[column] * sums[column];
                touching[column] += member[column] * rowSums[i];
            }
        }

        var (total, n, m) = (rowSums.Sum(), (double)reference, (double)current);
        return [.. within.Zip(touching, (inside, touched) =>
            (inside / (n * (n - 1))) + ((total - (2 * touched) + inside) / (m * (m - 1))) - (2 * (touched - inside) / (n * m)))];
    }

    static double[] RowSums(ReadOnlySpan<float> pairs, int count)
    {
        var sums = new double[count];
        for (int i = 0, place = 0; i < count; i++)
        {
            for (var j = i + 1; j < count; j++)
            {
                sums[i] += pairs[place];
                sums[j] += pairs[place++];
            }
        }

        return sums;
    }
}
