using AspireMl.Statistics.Categorical;
using AspireMl.Statistics.Drift;
using AspireMl.Statistics.Numeric;

namespace AspireMl.Statistics.Tests.Drift;

public sealed class BikeDriftTests
{
    [TabularFact]
    public void Season_drifts_and_working_day_does_not()
    {
        var report = Compare(new DriftComparison());
        Assert.Equal(new(13949, 3430), report.Rows);
        Assert.True(Column(report, "season").Drifted);
        Assert.False(Column(report, "workingday").Drifted);
        Assert.Equal((ColumnKind.Categorical, ColumnKind.Numeric), (Column(report, "season").Kind, Column(report, "temp").Kind));
    }

    [TabularFact]
    public void Season_drifts_and_working_day_does_not_by_every_method_of_categories()
    {
        foreach (var name in new[] { "chisquare", "g", "psi", "js", "hellinger", "tv", "linf" })
        {
            var report = Compare(new DriftComparison { Tests = [DriftTest.Parse(name)] });
            Assert.True(Column(report, "season").Drifted, name);
            Assert.False(Column(report, "workingday").Drifted, name);
        }
    }

    static ColumnDrift Column(DriftReport report, string name) => report.Columns.Single(column => column.Name == name);

    static DriftReport Compare(DriftComparison comparison)
    {
        var references = new List<ColumnReference>();
        var current = new Dictionary<string, ColumnSample>();
        foreach (var name in new[] { "season", "workingday", "temp", "hum" })
        {
            var (train, test) = (TabularFiles.Text("bike_train.csv", name), TabularFiles.Text("bike_test.csv", name));
            var numeric = ColumnKinds.Infer(train) == ColumnKind.Numeric;
            references.Add(numeric
                ? ColumnReference.Numeric(name, SortedSample.Of(ColumnKinds.ToNumbers(train)))
                : ColumnReference.Categorical(name, CategoryCounts.Of(train)));
            current[name] = numeric ? ColumnSample.Of(SortedSample.Of(ColumnKinds.ToNumbers(test))) : ColumnSample.Of(CategoryCounts.Of(test));
        }

        return comparison.Compare(references, current);
    }
}
