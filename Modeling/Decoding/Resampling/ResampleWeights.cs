namespace AspireMl.Modeling.Decoding.Resampling;

/// <summary>
/// Weights of a linear filter that maps a row of pixels to another length. When shrinking, the filter widens with the
/// factor, so that thin strokes are averaged instead of skipped.
/// </summary>
internal sealed class ResampleWeights
{
    readonly int[] _first;
    readonly float[] _weights;

    /// <param name="from">Length of the row.</param>
    /// <param name="to">Length that the whole row is mapped to.</param>
    /// <param name="start">The first output pixel that is wanted.</param>
    /// <param name="count">How many are wanted.</param>
    internal ResampleWeights(int from, int to, int start, int count)
    {
        var scale = (float)from / to;
        var support = MathF.Max(1, scale);
        // A row may be shorter than the filter is wide.
        Taps = Math.Min(from, (int)MathF.Ceiling(support * 2) + 1);
        _first = new int[count];
        _weights = new float[count * Taps];
        for (var i = 0; i < count; i++)
        {
            var centre = (start + i + 0.5f) * scale;
            _first[i] = Math.Clamp((int)MathF.Floor(centre - support), 0, from - Taps);
            var row = _weights.AsSpan(i * Taps, Taps);
            var sum = 0f;
            for (var t = 0; t < Taps; t++)
            {
                row[t] = MathF.Max(0, 1 - (MathF.Abs(_first[i] + t + 0.5f - centre) / support));
                sum += row[t];
            }

            for (var t = 0; t < Taps; t++)
            {
                row[t] /= sum;
            }
        }
    }

    /// <summary>Weights kept for each output pixel, all of them on pixels of the row.</summary>
    internal int Taps { get; }

    /// <summary>The first input pixel that output pixel <paramref name="index"/> draws on.</summary>
    internal int First(int index) => _first[index];

    /// <summary>The weights from <see cref="First"/> on.</summary>
    internal ReadOnlySpan<float> Of(int index) => _weights.AsSpan(index * Taps, Taps);
}
