namespace AspireMl.Statistics.Embeddings;

/// <summary>Vectors of equal length, one after the other. The array is kept, not copied.</summary>
public sealed class EmbeddingRows
{
    readonly float[] _values;

    /// <summary>Takes vectors.</summary>
    /// <param name="values">Row by row, <paramref name="dimensions"/> finite values each.</param>
    /// <param name="dimensions">Values of a row, at least 1.</param>
    /// <exception cref="ArgumentException">The values are no whole number of rows, or one of them is not finite.</exception>
    public EmbeddingRows(float[] values, int dimensions)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        if (values.Length % dimensions != 0)
        {
            throw new ArgumentException($"{values.Length} values are no whole number of rows of {dimensions}.", nameof(values));
        }

        if (!values.All(float.IsFinite))
        {
            throw new ArgumentException("A vector holds a value that is not finite.", nameof(values));
        }

        (_values, Dimensions, Count) = (values, dimensions, values.Length / dimensions);
    }

    /// <summary>How many rows there are.</summary>
    public int Count { get; }

    /// <summary>How many values a row has.</summary>
    public int Dimensions { get; }

    /// <summary>One row.</summary>
    public ReadOnlySpan<float> this[int row] => _values.AsSpan(row * Dimensions, Dimensions);

    /// <summary>One component of all rows.</summary>
    public double[] Component(int component)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)component, (uint)Dimensions);
        var values = new double[Count];
        for (var row = 0; row < Count; row++)
        {
            values[row] = _values[(row * Dimensions) + component];
        }

        return values;
    }

    /// <summary>The mean of each component; NaN without rows.</summary>
    public double[] Mean()
    {
        var mean = new double[Dimensions];
        for (var place = 0; place < _values.Length; place++)
        {
            mean[place % Dimensions] += _values[place];
        }

        for (var component = 0; component < Dimensions; component++)
        {
            mean[component] /= Count;
        }

        return mean;
    }

    /// <summary>The rows of both, these first.</summary>
    internal EmbeddingRows With(EmbeddingRows other)
    {
        if (Count == 0 || other.Count == 0 || Dimensions != other.Dimensions)
        {
            throw new ArgumentException($"Rows of {Dimensions} and {other.Dimensions} dimensions, {Count} and {other.Count} of them, cannot be compared; both sides need rows of the same dimensions.");
        }

        return new([.. _values, .. other._values], Dimensions);
    }
}
