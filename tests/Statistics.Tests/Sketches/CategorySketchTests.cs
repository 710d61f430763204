using AspireMl.Statistics.Sketches;
using FsCheck;
using FsCheck.Fluent;

namespace AspireMl.Statistics.Tests.Sketches;

public sealed class CategorySketchTests
{
    static readonly Arbitrary<int[][]> Parts = Gen.Choose(0, 9).ArrayOf().ArrayOf(3).ToArbitrary();

    [Fact]
    public void Merging_is_associative_while_all_categories_fit() => Prop.ForAll(Parts, parts =>
    {
        var left = Of(parts[0], 10);
        left.Merge(Of(parts[1], 10));
        left.Merge(Of(parts[2], 10));
        var tail = Of(parts[1], 10);
        tail.Merge(Of(parts[2], 10));
        var right = Of(parts[0], 10);
        right.Merge(tail);
        return left.ToBytes().SequenceEqual(right.ToBytes());
    }).Check(Samples.Quick);

    [Fact]
    public void Totals_stay_exact_beyond_the_bound() => Prop.ForAll(Parts, parts =>
    {
        var sketch = Of(parts[0], 3);
        sketch.Merge(Of(parts[1], 3));
        return sketch.Counts.Count <= 3 && sketch.ToCounts().Total == parts[0].Length + parts[1].Length;
    }).Check(Samples.Quick);

    [Fact]
    public void Bytes_bring_back_the_same_counts()
    {
        var sketch = Of([1, 2, 2, 3, 4], 3);
        sketch.Add(null);
        var restored = CategorySketch.FromBytes(sketch.ToBytes());
        Assert.Equal(sketch.Counts, restored.Counts);
        Assert.Equal((1, 1, 3), (restored.Missing, restored.Other, restored.Capacity));
    }

    static CategorySketch Of(int[] values, int capacity)
    {
        var sketch = new CategorySketch(capacity);
        foreach (var value in values)
        {
            sketch.Add($"c{value}");
        }

        return sketch;
    }
}
