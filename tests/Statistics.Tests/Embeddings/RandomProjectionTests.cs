using AspireMl.Statistics.Embeddings;

namespace AspireMl.Statistics.Tests.Embeddings;

public sealed class RandomProjectionTests
{
    [Fact]
    public void The_same_seed_gives_the_same_projection_and_another_one_another()
    {
        var vector = Vector(1, 192);

        Assert.Equal(new RandomProjection(7, 192, 32).Project(vector), new RandomProjection(7, 192, 32).Project(vector));
        Assert.NotEqual(new RandomProjection(7, 192, 32).Project(vector), new RandomProjection(8, 192, 32).Project(vector));
    }

    [Fact]
    public void Entries_are_one_by_the_root_of_the_dimensions_with_either_sign()
    {
        var projection = new RandomProjection(1, 400, 4);
        float[] unit = [1, .. new float[399]];
        float[] ones = [.. Enumerable.Repeat(1f, 400)];

        Assert.All(projection.Project(unit), entry => Assert.Equal(0.5f, MathF.Abs(entry)));
        // 400 signs have a standard deviation of 20 around 0.
        Assert.All(projection.Project(ones), sum => Assert.InRange(sum * 2, -90, 90));
    }

    [Fact]
    public void Distances_stay_about_as_they_are()
    {
        var projection = new RandomProjection(3, 512, 256);
        var ratios = Enumerable.Range(0, 50).Select(pair =>
        {
            var (one, other) = (Vector(2 * pair, 512), Vector((2 * pair) + 1, 512));
            return Distance(projection.Project(one), projection.Project(other)) / Distance(one, other);
        }).ToArray();

        Assert.All(ratios, ratio => Assert.InRange(ratio, 0.75, 1.25));
        Assert.InRange(ratios.Average(), 0.97, 1.03);
    }

    [Fact]
    public void Vectors_of_another_length_are_refused()
    {
        var projection = new RandomProjection(1, 3, 2);

        Assert.Throws<ArgumentOutOfRangeException>(() => projection.Project(new float[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomProjection(1, 0, 2));
    }

    static float[] Vector(int seed, int length)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, length).Select(_ => random.NextSingle() - 0.5f)];
    }

    static double Distance(float[] one, float[] other) => Math.Sqrt(one.Zip(other).Sum(pair => Math.Pow(pair.First - pair.Second, 2)));
}
