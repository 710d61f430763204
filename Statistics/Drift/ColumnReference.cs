using AspireMl.Statistics.Categorical;
using AspireMl.Statistics.Numeric;

namespace AspireMl.Statistics.Drift;

/// <summary>A reference column prepared once: sorted or counted, with its bins. Immutable, and safe for many threads.</summary>
public abstract class ColumnReference
{
    private protected ColumnReference(string name, ColumnKind kind) => (Name, Kind) = (name, kind);

    /// <summary>The column's name.</summary>
    public string Name { get; }

    /// <summary>The column's kind.</summary>
    public ColumnKind Kind { get; }

    internal abstract long Rows { get; }

    /// <summary>A numeric reference; exact, or a sketch's snapshot.</summary>
    /// <param name="name">The column.</param>
    /// <param name="sample">Its values.</param>
    /// <param name="bins">Most bins of the binned methods.</param>
    /// <param name="binning">How their edges are chosen.</param>
    public static ColumnReference Numeric(string name, SortedSample sample, int bins = 10, BinKind binning = BinKind.ReferenceQuantiles) =>
        new NumericReference(name, sample, sample.Count > 0 ? Bins.Of(sample, bins, binning) : null);

    /// <summary>A categorical reference.</summary>
    public static ColumnReference Categorical(string name, CategoryCounts counts) => new CategoricalReference(name, counts);

    /// <summary>Compares a sample by each test that takes the column's kind; without a value on either side there are no results.</summary>
    /// <exception cref="ArgumentException">The sample is of another kind.</exception>
    public ColumnDrift Compare(ColumnSample current, IEnumerable<DriftTest> tests)
    {
        ArgumentNullException.ThrowIfNull(tests);
        return new(Name, Kind, Judge(current, [.. tests.Where(test => test.Takes(Kind))]));
    }

    private protected abstract IReadOnlyList<DriftResult> Judge(ColumnSample current, DriftTest[] tests);

    private protected ArgumentException WrongKind() =>
        new($"The column {Name} is {(Kind == ColumnKind.Numeric ? "numeric" : "categorical")} in the reference but not in the current sample.");
}
