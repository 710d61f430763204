using AspireMl.Statistics.Embeddings;

namespace AspireMl.Statistics.Tests.Embeddings;

/// <summary>Vectors that any program can make again.</summary>
static class Waves
{
    public static EmbeddingRows Rows(int count, int dimensions, double shift, double phase)
    {
        var values = new float[count * dimensions];
        for (var place = 0; place < values.Length; place++)
        {
            var (i, j) = Math.DivRem(place, dimensions);
            values[place] = (float)(Math.Sin((1.3 * i) + (0.7 * j) + phase) + (0.5 * Math.Cos((0.37 * i * (j + 1)) + phase)) + shift);
        }

        return new(values, dimensions);
    }

    /// <summary>Independent values from a normal distribution.</summary>
    public static EmbeddingRows Normal(int count, int dimensions, int seed, double shift = 0, double scale = 1)
    {
        var random = new Random(seed);
        return new([.. Enumerable.Range(0, count * dimensions).Select(_ => (float)(shift + (scale * MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1))))], dimensions);
    }
}
