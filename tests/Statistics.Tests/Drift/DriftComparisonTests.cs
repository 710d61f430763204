using System.Text.Json;
using AspireMl.Statistics.Categorical;
using AspireMl.Statistics.Drift;
using AspireMl.Statistics.Numeric;
using AspireMl.Statistics.Sketches;

namespace AspireMl.Statistics.Tests.Drift;

public sealed class DriftComparisonTests
{
    static readonly double[] Line = [.. Enumerable.Range(0, 1000).Select(value => (double)value)];
    static readonly DriftTest[] All = [.. Enum.GetValues<DriftMethod>().Select(method => new DriftTest(method))];

    [Fact]
    public void Every_method_sees_a_large_move_and_none_sees_none()
    {
        var numbers = ColumnReference.Numeric("x", SortedSample.Of(Line));
        Assert.All(numbers.Compare(Numbers(value => value + 400), All).Results, result => Assert.True(result.Drifted, result.Method));
        Assert.All(numbers.Compare(Numbers(value => value), All).Results, result => Assert.False(result.Drifted, result.Method));
        Assert.Equal(10, numbers.Compare(Numbers(value => value), All).Results.Count);

        var names = ColumnReference.Categorical("c", CategoryCounts.Of(Enumerable.Repeat("a", 500).Concat(Enumerable.Repeat("b", 500))));
        var moved = ColumnSample.Of(CategoryCounts.Of(Enumerable.Repeat("a", 900).Concat(Enumerable.Repeat("b", 100))));
        Assert.All(names.Compare(moved, All).Results, result => Assert.True(result.Drifted, result.Method));
        Assert.Equal(8, names.Compare(moved, All).Results.Count);
    }

    [Fact]
    public void A_sketch_is_judged_as_its_stream_would_be()
    {
        var reference = ColumnReference.Numeric("x", SortedSample.Of(Line));
        var sketch = new NumericSketch();
        sketch.Add([.. Line.Select(value => value + 90)]);
        Assert.Equal(
            reference.Compare(Numbers(value => value + 90), [new(DriftMethod.Wasserstein), new(DriftMethod.JensenShannon)]).Results,
            reference.Compare(ColumnSample.Of(sketch.ToSample()), [new(DriftMethod.Wasserstein), new(DriftMethod.JensenShannon)]).Results);
    }

    [Fact]
    public void Adjusting_calls_fewer_columns_drifted()
    {
        var random = new System.Random(3);
        ColumnReference[] references = [.. Enumerable.Range(0, 100).Select(column => ColumnReference.Numeric($"x{column}", Noise(random)))];
        var current = references.ToDictionary(reference => reference.Name, _ => ColumnSample.Of(Noise(random)));
        var comparison = new DriftComparison { Tests = [new(DriftMethod.KolmogorovSmirnov)] };
        var plain = comparison.Compare(references, current);
        var adjusted = (comparison with { Adjust = true }).Compare(references, current);
        Assert.InRange(plain.Share, 0.01, 0.12);
        Assert.InRange(adjusted.Share, 0, 0.01);
        Assert.False(plain.Drifted);
    }

    [Fact]
    public void Json_has_the_shape_of_the_contract()
    {
        ColumnReference[] references = [ColumnReference.Numeric("x", SortedSample.Of([1, 1, 1]))];
        var report = new DriftComparison().Compare(references, new Dictionary<string, ColumnSample> { ["x"] = ColumnSample.Of(SortedSample.Of([2])) });
        var json = JsonSerializer.Serialize(report, JsonSerializerOptions.Web);
        Assert.Equal(
            """{"rows":{"reference":3,"current":1},"columns":[{"name":"x","kind":"numeric","results":[{"method":"wasserstein","statistic":1.7976931348623157E+308,"pValue":null,"threshold":0.1,"drifted":true}]}],"drifted":true,"share":1}""",
            json);
    }

    [Fact]
    public void Unknown_methods_are_refused_with_those_there_are() =>
        Assert.Contains("ks, wasserstein, psi", Assert.Throws<ArgumentException>(() => DriftTest.Parse("kl")).Message);

    [Fact]
    public void A_missing_column_is_named() => Assert.Contains("column x", Assert.Throws<ArgumentException>(() =>
        new DriftComparison().Compare([ColumnReference.Numeric("x", SortedSample.Of(Line))], new Dictionary<string, ColumnSample>())).Message);

    [Fact]
    public void A_column_without_values_has_no_results() =>
        Assert.Empty(ColumnReference.Numeric("x", SortedSample.Of(Line)).Compare(ColumnSample.Of(SortedSample.Of([double.NaN])), All).Results);

    [Theory]
    [InlineData("a,b,a", ColumnKind.Categorical)]
    [InlineData("0.5,1.5,2,,3", ColumnKind.Numeric)]
    [InlineData("0,1,0,1,1,1,0,0,1,0", ColumnKind.Categorical)]
    [InlineData("10,20,30,40", ColumnKind.Numeric)]
    public void Kinds_are_inferred_from_text(string values, ColumnKind kind) => Assert.Equal(kind, ColumnKinds.Infer(values.Split(',')));

    static ColumnSample Numbers(Func<double, double> move) => ColumnSample.Of(SortedSample.Of([.. Line.Select(move)]));

    static SortedSample Noise(System.Random random) => SortedSample.Of([.. Enumerable.Range(0, 300).Select(_ => random.NextDouble())]);
}
