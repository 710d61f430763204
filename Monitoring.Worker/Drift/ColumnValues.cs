using AspireMl.Statistics.Categorical;
using AspireMl.Statistics.Drift;
using AspireMl.Statistics.Numeric;

namespace AspireMl.Monitoring.Worker.Drift;

/// <summary>One side of a column.</summary>
abstract record ColumnValues
{
    /// <summary>Rows without a value that can be used.</summary>
    public abstract long Missing { get; }

    public abstract ColumnSample ToSample();

    public abstract ColumnReference ToReference(string name);
}

/// <summary>A side of numbers.</summary>
sealed record NumericValues(SortedSample Sample) : ColumnValues
{
    public override long Missing => Sample.Missing + Sample.Infinite;

    public override ColumnSample ToSample() => ColumnSample.Of(Sample);

    public override ColumnReference ToReference(string name) => ColumnReference.Numeric(name, Sample);
}

/// <summary>A side of categories.</summary>
sealed record CategoricalValues(CategoryCounts Counts) : ColumnValues
{
    public override long Missing => Counts.Missing;

    public override ColumnSample ToSample() => ColumnSample.Of(Counts);

    public override ColumnReference ToReference(string name) => ColumnReference.Categorical(name, Counts);
}
