using AspireMl.Modeling.Documents.Readers.SpanReader;

namespace AspireMl.Retraining.Worker.SpanReader;

/// <summary>Compares an exported graph with the predictions of the library that trained it.</summary>
internal static class ExportCheck
{
    /// <summary>Largest difference that the order of summing some hundred leaves in single precision can make.</summary>
    public const float Tolerance = 1e-4f;

    const int RowsAtOnce = 10_000;

    /// <summary>The largest absolute difference over all rows.</summary>
    public static float LargestDifference(byte[] graph, float[] features, ReadOnlySpan<float> expected)
    {
        using var ranker = new SpanRanker(graph);
        var largest = 0f;
        for (var start = 0; start < expected.Length; start += RowsAtOnce)
        {
            var count = Math.Min(RowsAtOnce, expected.Length - start);
            var scores = new float[count];
            ranker.Score(features.AsMemory(start * SpanFeatures.Count, count * SpanFeatures.Count), scores);
            for (var i = 0; i < count; i++)
            {
                largest = MathF.Max(largest, MathF.Abs(scores[i] - expected[start + i]));
            }
        }

        return largest;
    }
}
