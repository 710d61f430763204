using System.Runtime.InteropServices;

namespace AspireMl.Statistics.Numeric;

/// <summary>
/// Order statistics of many numbers without sorting them: the bit patterns of floats from 0 on have the order of the floats, so two
/// counts, of their upper and of their lower halves, find any place.
/// </summary>
static class OrderStatistics
{
    const int Half = 16;

    /// <summary>The median of numbers from 0 on; the mean of both in the middle where their count is even.</summary>
    /// <param name="values">At least one, none below 0 nor NaN.</param>
    public static double Median(ReadOnlySpan<float> values) => (At(values, (values.Length - 1) / 2) + (double)At(values, values.Length / 2)) / 2;

    static float At(ReadOnlySpan<float> values, int place)
    {
        var bits = MemoryMarshal.Cast<float, uint>(values);
        var counts = new int[1 << Half];
        foreach (var pattern in bits)
        {
            counts[pattern >> Half]++;
        }

        var upper = (uint)Find(counts, ref place);
        Array.Clear(counts);
        foreach (var pattern in bits)
        {
            if (pattern >> Half == upper)
            {
                counts[pattern & ushort.MaxValue]++;
            }
        }

        return BitConverter.UInt32BitsToSingle((upper << Half) | (uint)Find(counts, ref place));
    }

    // The bucket that holds a place; what is left of the place lies within it.
    static int Find(int[] counts, ref int place)
    {
        var bucket = 0;
        while (place >= counts[bucket])
        {
            place -= counts[bucket++];
        }

        return bucket;
    }
}
