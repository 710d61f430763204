namespace AspireMl.Statistics.Sketches;

/// <summary>Values of one weight; sorted on every level but the lowest.</summary>
internal sealed class Compactor(int limit)
{
    double[] _values = new double[Math.Min(limit, Capacities.Smallest)];

    public int Limit { get; set; } = limit;

    public int Count { get; private set; }

    public bool IsFull => Count >= Limit;

    public ReadOnlySpan<double> Values => _values.AsSpan(0, Count);

    /// <summary>Adds a value at the end and says whether it was the last that fits.</summary>
    public bool Push(double value)
    {
        if (Count == _values.Length)
        {
            Array.Resize(ref _values, Math.Max(Math.Min(Limit, 2 * Count), Count + 1));
        }

        _values[Count++] = value;
        return Count >= Limit;
    }

    public Compactor Copy()
    {
        var copy = new Compactor(Limit);
        copy.Load(Values);
        return copy;
    }

    public void Load(ReadOnlySpan<double> values) => (_values, Count) = (values.ToArray(), values.Length);

    public void Absorb(Compactor other, bool sorted)
    {
        if (sorted)
        {
            MergeIn(other.Values);
            return;
        }

        double[] both = [.. Values, .. other.Values];
        (_values, Count) = (both, both.Length);
    }

    /// <summary>Passes every second value of an even number of them to the next level; the largest stays when the number is odd.</summary>
    public void PassOn(Compactor next, bool sorted, bool first)
    {
        var values = _values.AsSpan(0, Count);
        if (!sorted)
        {
            values.Sort();
        }

        var even = Count & ~1;
        var half = values[..(even / 2)];
        for (var index = 0; index < half.Length; index++)
        {
            half[index] = values[(2 * index) + (first ? 0 : 1)];
        }

        next.MergeIn(half);
        if (Count > even)
        {
            _values[0] = _values[even];
        }

        Count -= even;
    }

    // From the back, in place.
    void MergeIn(ReadOnlySpan<double> added)
    {
        var total = Count + added.Length;
        if (total > _values.Length)
        {
            Array.Resize(ref _values, Math.Max(total, Math.Min(Limit + (Limit / 2), 2 * total)));
        }

        var (own, other) = (Count - 1, added.Length - 1);
        for (var index = total - 1; other >= 0; index--)
        {
            _values[index] = own >= 0 && _values[own] > added[other] ? _values[own--] : added[other--];
        }

        Count = total;
    }
}
