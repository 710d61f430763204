using System.Diagnostics;
using AspireMl.Statistics.Embeddings;

namespace AspireMl.Bench.Statistics;

/// <summary>What the kernel test of two samples of vectors takes: 1,000 rows a side of 32 dimensions with 200 shuffles; the median of the rounds.</summary>
internal sealed record VectorMeasurement(double Milliseconds)
{
    const int Rows = 1000;
    const int Dimensions = 32;
    const int Permutations = 200;

    public static VectorMeasurement Measure(int rounds)
    {
        var (reference, current) = (Vectors(5), Vectors(6));
        var options = new PermutationOptions { Permutations = Permutations };
        double[] times = [.. Enumerable.Range(0, rounds + 1).Select(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            MaximumMeanDiscrepancy.Test(reference, current, options);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }).Skip(1).Order()];
        return new(times[times.Length / 2]);
    }

    static EmbeddingRows Vectors(int seed) => new(Array.ConvertAll(Normals.Of(seed, Rows * Dimensions), value => (float)value), Dimensions);
}
