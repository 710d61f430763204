using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AspireMl.Statistics.Embeddings;

/// <summary>How far the centres of two samples of vectors lie apart.</summary>
public static class MeanDistance
{
    /// <summary>The Euclidean distance of the means, and the share of shuffles in which it is at least as large.</summary>
    /// <exception cref="ArgumentException">A side has no rows, or their dimensions differ.</exception>
    public static TestResult Test(EmbeddingRows reference, EmbeddingRows current, PermutationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(current);
        var rows = reference.With(current);
        var members = new Memberships(reference.Count, current.Count, options ?? new());
        double[][] components = [.. Enumerable.Range(0, rows.Dimensions).Select(rows.Component)];
        var totals = Array.ConvertAll(components, values => values.Sum());
        var squares = new double[members.Columns];
        var sums = new double[Memberships.Width];
        while (members.Next())
        {
            for (var component = 0; component < components.Length; component++)
            {
                Sum(components[component], members.Block, sums);
                for (var column = 0; column < Math.Min(sums.Length, squares.Length - members.First); column++)
                {
                    var gap = (sums[column] / reference.Count) - ((totals[component] - sums[column]) / current.Count);
                    squares[members.First + column] += gap * gap;
                }
            }
        }

        return new(Math.Sqrt(squares[0]), Memberships.PValue(squares));
    }

    // Of the members' values, for each column of a block; sixteen at a time.
    static void Sum(double[] values, ReadOnlySpan<float> block, double[] sums)
    {
        ref var members = ref MemoryMarshal.GetReference(block);
        for (var column = 0; column < Memberships.Width; column += 2 * Vector256<float>.Count)
        {
            Vector256<double> s0 = default, s1 = default, s2 = default, s3 = default;
            for (var row = 0; row < values.Length; row++)
            {
                var at = (nuint)((row * Memberships.Width) + column);
                var value = Vector256.Create(values[row]);
                var (m0, m1) = Vector256.Widen(Vector256.LoadUnsafe(ref members, at));
                var (m2, m3) = Vector256.Widen(Vector256.LoadUnsafe(ref members, at + (nuint)Vector256<float>.Count));
                s0 = Vector256.MultiplyAddEstimate(value, m0, s0);
                s1 = Vector256.MultiplyAddEstimate(value, m1, s1);
                s2 = Vector256.MultiplyAddEstimate(value, m2, s2);
                s3 = Vector256.MultiplyAddEstimate(value, m3, s3);
            }

            s0.CopyTo(sums, column);
            s1.CopyTo(sums, column + 4);
            s2.CopyTo(sums, column + 8);
            s3.CopyTo(sums, column + 12);
        }
    }
}
