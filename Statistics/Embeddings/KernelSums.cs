using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AspireMl.Statistics.Embeddings;

/// <summary>
/// Sums of a kernel over the pairs within the reference, for a block of shuffles at once: the memberships of the block stand in registers
/// while a pair of rows meets all others. A membership is 0 or 1, so that no product is rounded and each sum has the order of its rows.
/// </summary>
sealed class KernelSums
{
    readonly float[] _pairs;
    readonly int _count;
    readonly float[] _sums = new float[Memberships.Width];

    /// <summary>Takes a kernel.</summary>
    /// <param name="pairs">The kernel of pairs i &lt; j, row by row.</param>
    /// <param name="count">How many rows there are.</param>
    public KernelSums(float[] pairs, int count)
    {
        (_pairs, _count) = (pairs, count);
        RowSums = Sum(pairs, count);
    }

    /// <summary>Each row's sum over its pairs.</summary>
    public double[] RowSums { get; }

    /// <summary>Sums a block of shuffles.</summary>
    /// <param name="block">Memberships, row by row.</param>
    /// <param name="within">Twice the sum over pairs of members, column by column; overwritten.</param>
    /// <param name="touching">The sum of the members' row sums, column by column; overwritten.</param>
    public void Add(ReadOnlySpan<float> block, Span<double> within, Span<double> touching)
    {
        within.Clear();
        touching.Clear();
        for (var row = 0; row < _count; row += 2)
        {
            AddPairs(block, row, within);
        }

        for (var row = 0; row < _count; row++)
        {
            var member = block.Slice(row * Memberships.Width, Memberships.Width);
            for (var column = 0; column < Memberships.Width; column++)
            {
                touching[column] += member[column] * RowSums[row];
            }
        }
    }

    // Two rows meet all later ones; their own pair goes to the first of them.
    void AddPairs(ReadOnlySpan<float> block, int row, Span<double> within)
    {
        if (row + 1 == _count)
        {
            return;
        }

        var start = StartOf(row);
        var first = _pairs.AsSpan(start + 1, _count - row - 2);
        var second = _pairs.AsSpan(start + _count - row - 1, first.Length);
        ref var members = ref MemoryMarshal.GetReference(block);
        var at = (nuint)((row + 1) * Memberships.Width);
        var own = Vector256.Create(_pairs[start]);
        var (a0, a1) = (own * Vector256.LoadUnsafe(ref members, at), own * Vector256.LoadUnsafe(ref members, at + 8));
        var (a2, a3) = (own * Vector256.LoadUnsafe(ref members, at + 16), own * Vector256.LoadUnsafe(ref members, at + 24));
        Vector256<float> b0 = default, b1 = default, b2 = default, b3 = default;
        for (var other = 0; other < first.Length; other++)
        {
            at += Memberships.Width;
            var (m0, m1) = (Vector256.LoadUnsafe(ref members, at), Vector256.LoadUnsafe(ref members, at + 8));
            var (m2, m3) = (Vector256.LoadUnsafe(ref members, at + 16), Vector256.LoadUnsafe(ref members, at + 24));
            var (a, b) = (Vector256.Create(first[other]), Vector256.Create(second[other]));
            a0 = Vector256.MultiplyAddEstimate(a, m0, a0);
            a1 = Vector256.MultiplyAddEstimate(a, m1, a1);
            a2 = Vector256.MultiplyAddEstimate(a, m2, a2);
            a3 = Vector256.MultiplyAddEstimate(a, m3, a3);
            b0 = Vector256.MultiplyAddEstimate(b, m0, b0);
            b1 = Vector256.MultiplyAddEstimate(b, m1, b1);
            b2 = Vector256.MultiplyAddEstimate(b, m2, b2);
            b3 = Vector256.MultiplyAddEstimate(b, m3, b3);
        }

        AddRow(block, row, within, a0, a1, a2, a3);
        AddRow(block, row + 1, within, b0, b1, b2, b3);
    }

    void AddRow(ReadOnlySpan<float> block, int row, Span<double> within, Vector256<float> v0, Vector256<float> v1, Vector256<float> v2, Vector256<float> v3)
    {
        v0.CopyTo(_sums, 0);
        v1.CopyTo(_sums, 8);
        v2.CopyTo(_sums, 16);
        v3.CopyTo(_sums, 24);
        var member = block.Slice(row * Memberships.Width, Memberships.Width);
        for (var column = 0; column < Memberships.Width; column++)
        {
            within[column] += 2.0 * member[column] * _sums[column];
        }
    }

    int StartOf(int row) => (int)((long)row * ((2L * _count) - row - 1) / 2);

    static double[] Sum(float[] pairs, int count)
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
