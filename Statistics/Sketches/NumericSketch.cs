using AspireMl.Statistics.Numeric;

namespace AspireMl.Statistics.Sketches;

/// <summary>What a stream of numbers leaves behind: quantiles within a stated error, exact moments, range and counts of missing values.</summary>
/// <param name="capacity">Of the quantile sketch's largest compactor, 64 to 65,536.</param>
/// <param name="seed">Of the quantile sketch's coins.</param>
public sealed class NumericSketch(int capacity = KllSketch.DefaultCapacity, ulong seed = 0)
{
    /// <summary>Quantiles of the finite values.</summary>
    public KllSketch Quantiles { get; private init; } = new(capacity, seed);

    /// <summary>Count, mean and variance of the finite values.</summary>
    public Moments Moments { get; private set; }

    /// <summary>How many NaN.</summary>
    public long Missing { get; private set; }

    /// <summary>How many infinite values.</summary>
    public long Infinite { get; private set; }

    /// <summary>Rows, with and without a finite value.</summary>
    public long Rows => Moments.Count + Missing + Infinite;

    /// <summary>Adds a value; NaN stands for a missing one.</summary>
    public void Add(double value)
    {
        if (double.IsFinite(value))
        {
            Moments = Moments.Add(value);
            Quantiles.Add(value);
        }
        else if (double.IsNaN(value))
        {
            Missing++;
        }
        else
        {
            Infinite++;
        }
    }

    /// <summary>Adds many values.</summary>
    public void Add(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            Add(value);
        }
    }

    /// <summary>Adds what the other sketch stands for; the other is left as it is.</summary>
    /// <exception cref="ArgumentException">The other sketch has another capacity.</exception>
    public void Merge(NumericSketch other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Quantiles.Merge(other.Quantiles);
        (Moments, Missing, Infinite) = (Moments.Merge(other.Moments), Missing + other.Missing, Infinite + other.Infinite);
    }

    /// <summary>A snapshot that every comparison of samples takes; its error is that of the quantile sketch.</summary>
    public SortedSample ToSample() => Quantiles.ToSample(Moments, Missing, Infinite);

    /// <summary>A versioned form, about 8 bytes a kept value.</summary>
    public byte[] ToBytes() => SketchBytes.Write(this);

    /// <summary>Reads what <see cref="ToBytes"/> wrote; the sketch goes on exactly as the written one would have.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a numeric sketch of a known version.</exception>
    public static NumericSketch FromBytes(ReadOnlySpan<byte> bytes) => SketchBytes.ReadNumeric(bytes);

    internal static NumericSketch Restore(KllSketch quantiles, Moments moments, long missing, long infinite) =>
        new() { Quantiles = quantiles, Moments = moments, Missing = missing, Infinite = infinite };
}
