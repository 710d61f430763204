using AspireMl.Statistics.Numeric;

namespace AspireMl.Statistics.Sketches;

/// <summary>Turns a sketch into a sorted sample with weights.</summary>
internal static class KllSample
{
    public static SortedSample Of(KllSketch sketch, Moments moments, long missing, long infinite)
    {
        var values = new double[sketch.Retained];
        var weights = new long[values.Length];
        var next = 0;
        for (var level = 0; level < sketch.Levels.Count; level++)
        {
            foreach (var value in sketch.Levels[level].Values)
            {
                (values[next], weights[next++]) = (value, 1L << level);
            }
        }

        Array.Sort(values, weights);
        for (var index = 1; index < weights.Length; index++)
        {
            weights[index] += weights[index - 1];
        }

        return SortedSample.Weighted(values, weights, moments, missing, infinite, sketch.RankError);
    }
}
