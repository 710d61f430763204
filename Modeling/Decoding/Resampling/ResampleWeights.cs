namespace AspireMl.Modeling.Decoding.Resampling;

/// <summary>
/// Weights of a linear filter that maps a row of pixels to another length. When shrinking, the filter widens with the
/// factor, so that thin strokes are averaged instead of skipped.
/// </summary>
internal sealed class ResampleWeights
{
    readonly int[] _first;
    readonly float[] _weights;

    internal ResampleWeights(int from, int to)
    {
        var scale = (float)from / to;
        var support = MathF.Max(1, scale);
        Taps = (int)MathF.Ceiling(support * 2) + 1;
        _first = new int[to];
        _weights = new float[to * Taps];
        for (var i = 0; i < to; i++)
        {
            var centre = (i + 0.5f) * scale;
            var first = Math.Max(0, (int)MathF.Floor(centre - support));
            _first[i] = Math.Min(first, Math.Max(0, from - Taps));
            var row = _weights.AsSpan(i * Taps, Taps);
            var sum = 0f;
            for (var t = 0; t < Taps && _first[i] + t < from; t++)
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

    /// <summary>Weights kept for each output pixel; those past the end of the row are 0.</summary>
    internal int Taps { get; }

    /// <summary>The first input pixel that output pixel <paramref name="index"/> draws on.</summary>
    internal int First(int index) => _first[index];

    /// <summary>The weights from <see cref="First"/> on.</summary>
    internal ReadOnlySpan<float> Of(int index) => _weights.AsSpan(index * Taps, Taps);
}
