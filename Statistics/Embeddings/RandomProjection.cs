using AspireMl.Statistics.Sampling;

namespace AspireMl.Statistics.Embeddings;

/// <summary>
/// A fixed random projection to fewer dimensions that keeps distances about as they are (Johnson and Lindenstrauss 1984;
/// entries of random sign: Achlioptas 2003). The same seed gives the same projection on every machine.
/// </summary>
public sealed class RandomProjection
{
    readonly float[] _entries;

    /// <summary>Makes a projection.</summary>
    /// <param name="seed">Decides its entries.</param>
    /// <param name="from">Dimensions of what is projected, 1 to 100,000.</param>
    /// <param name="to">Dimensions of projections, 1 to 1,000.</param>
    public RandomProjection(ulong seed, int from, int to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(from, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, 100_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(to, 1000);
        (From, To) = (from, to);
        _entries = new float[from * to];
        var random = new SplitMix64(seed);
        var entry = 1 / MathF.Sqrt(to);
        var bits = 0UL;
        for (var i = 0; i < _entries.Length; i++)
        {
            bits = i % 64 == 0 ? random.Next() : bits >> 1;
            _entries[i] = (bits & 1) == 0 ? entry : -entry;
        }
    }

    /// <summary>Dimensions of what is projected.</summary>
    public int From { get; }

    /// <summary>Dimensions of projections.</summary>
    public int To { get; }

    /// <summary>Projects one vector.</summary>
    /// <param name="vector"><see cref="From"/> values.</param>
    /// <param name="projection"><see cref="To"/> values; overwritten.</param>
    public void Project(ReadOnlySpan<float> vector, Span<float> projection)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(vector.Length, From);
        ArgumentOutOfRangeException.ThrowIfNotEqual(projection.Length, To);
        for (var component = 0; component < To; component++)
        {
            var row = _entries.AsSpan(component * From, From);
            var sum = 0.0;
            for (var i = 0; i < row.Length; i++)
            {
                sum += (double)row[i] * vector[i];
            }

            projection[component] = (float)sum;
        }
    }

    /// <summary>The projection of one vector of <see cref="From"/> values.</summary>
    public float[] Project(ReadOnlySpan<float> vector)
    {
        var projection = new float[To];
        Project(vector, projection);
        return projection;
    }
}
