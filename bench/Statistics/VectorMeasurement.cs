using System.Diagnostics;
using AspireMl.Statistics.Embeddings;

namespace AspireMl.Bench.Statistics;

/// <summary>
/// What comparisons of two samples of vectors take, 1,000 rows a side of 32 dimensions; each the median of the rounds: the kernel test
/// with 200 shuffles, and all that a report about embeddings takes, with its 999 shuffles.
/// </summary>
internal sealed record VectorMeasurement(
    double Milliseconds, double KernelMilliseconds, double MeansMilliseconds, double ComponentsMilliseconds, double ClassifierMilliseconds, double PlaneMilliseconds)
{
    const int Rows = 1000;
    const int Dimensions = 32;
    const int Permutations = 200;

    public static VectorMeasurement Measure(int rounds)
    {
        var (reference, current) = (Vectors(5), Vectors(6));
        var few = new PermutationOptions { Permutations = Permutations };
        return new(
            Median(rounds, () => MaximumMeanDiscrepancy.Test(reference, current, few)),
            Median(rounds, () => MaximumMeanDiscrepancy.Test(reference, current)),
            Median(rounds, () => MeanDistance.Test(reference, current)),
            Median(rounds, () => DriftedComponents.Share(reference, current)),
            Median(rounds, () => DomainClassifier.Auc(reference, current)),
            Median(rounds, () => _ = new PrincipalPlane(reference)));
    }

    static double Median(int rounds, Action action)
    {
        double[] times = [.. Enumerable.Range(0, rounds + 1).Select(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            action();
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }).Skip(1).Order()];
        return times[times.Length / 2];
    }

    static EmbeddingRows Vectors(int seed) => new(Array.ConvertAll(Normals.Of(seed, Rows * Dimensions), value => (float)value), Dimensions);
}
