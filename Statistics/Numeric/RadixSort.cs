using System.Runtime.InteropServices;

namespace AspireMl.Statistics.Numeric;

/// <summary>
/// Least-significant-digit radix sort of finite doubles by their order-preserving bit pattern: for a column of many values several times
/// faster than a comparison sort, and no slower on any order of input.
/// </summary>
internal static class RadixSort
{
    const int Bits = 11;
    const int Buckets = 1 << Bits;
    const int Passes = 6;

    // Below this the fixed cost of the buckets exceeds that of comparing.
    const int Smallest = 4096;

    public static void Sort(double[] values)
    {
        if (values.Length < Smallest)
        {
            Array.Sort(values);
            return;
        }

        var keys = MemoryMarshal.Cast<double, ulong>(values.AsSpan());
        var counts = new int[Passes * Buckets];
        foreach (ref var key in keys)
        {
            key = Ordered(key);
            for (var pass = 0; pass < Passes; pass++)
            {
                counts[(pass * Buckets) + Digit(key, pass)]++;
            }
        }

        var other = new ulong[values.Length];
        var from = keys;
        var to = other.AsSpan();
        for (var pass = 0; pass < Passes; pass++)
        {
            var starts = counts.AsSpan(pass * Buckets, Buckets);
            if (starts[Digit(from[0], pass)] == values.Length)
            {
                continue;
            }

            Accumulate(starts);
            foreach (var key in from)
            {
                to[starts[Digit(key, pass)]++] = key;
            }

            var read = from;
            from = to;
            to = read;
        }

        for (var index = 0; index < keys.Length; index++)
        {
            keys[index] = Original(from[index]);
        }
    }

    static int Digit(ulong key, int pass) => (int)(key >> (pass * Bits)) & (Buckets - 1);

    static ulong Ordered(ulong bits) => bits ^ ((ulong)((long)bits >> 63) | 0x8000_0000_0000_0000);

    static ulong Original(ulong key) => key ^ (((key >> 63) - 1) | 0x8000_0000_0000_0000);

    static void Accumulate(Span<int> counts)
    {
        var start = 0;
        foreach (ref var count in counts)
        {
            (count, start) = (start, start + count);
        }
    }
}
