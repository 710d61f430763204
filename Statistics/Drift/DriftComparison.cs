using System.Collections.Frozen;
using AspireMl.Statistics.Multiple;

namespace AspireMl.Statistics.Drift;

/// <summary>Compares many columns with their references.</summary>
public sealed record DriftComparison
{
    /// <value>The tests to run; each judges the columns of the kinds that it takes. Null, the default, takes <see cref="DriftTest.Default"/> for each column.</value>
    public IReadOnlyList<DriftTest>? Tests { get; init; }

    /// <value>The tests of single columns by name, which take the place of <see cref="Tests"/> there. None by default.</value>
    public IReadOnlyDictionary<string, IReadOnlyList<DriftTest>> ColumnTests { get; init; } = FrozenDictionary<string, IReadOnlyList<DriftTest>>.Empty;

    /// <value>Whether the p-values of each method are adjusted over its columns by Benjamini and Hochberg. Default false.</value>
    public bool Adjust { get; init; }

    /// <value>Share of drifted columns from which on the whole counts as drifted, above 0 to 1. Default one half.</value>
    public double DriftedShare { get; init; } = 0.5;

    /// <summary>Compares each reference with the current column of the same name.</summary>
    /// <exception cref="ArgumentException">A column is missing from the current sample, or is of another kind there.</exception>
    public DriftReport Compare(IReadOnlyList<ColumnReference> references, IReadOnlyDictionary<string, ColumnSample> current)
    {
        ArgumentNullException.ThrowIfNull(references);
        ArgumentNullException.ThrowIfNull(current);
        var columns = references.Select(reference => current.TryGetValue(reference.Name, out var sample)
            ? reference.Compare(sample, TestsOf(reference))
            : throw new ArgumentException($"The current sample lacks the column {reference.Name}.")).ToArray();
        columns = Adjust ? Adjusted(columns) : columns;
        var share = columns.Length == 0 ? 0 : (double)columns.Count(column => column.Drifted) / columns.Length;
        var rows = new ComparedRows(references.Select(reference => reference.Rows).DefaultIfEmpty().Max(), references.Select(reference => current[reference.Name].Rows).DefaultIfEmpty().Max());
        return new(rows, columns, columns.Length > 0 && share >= DriftedShare, share);
    }

    IReadOnlyList<DriftTest> TestsOf(ColumnReference reference) =>
        ColumnTests.TryGetValue(reference.Name, out var own) ? own : Tests ?? [DriftTest.Default(reference.Kind)];

    static ColumnDrift[] Adjusted(ColumnDrift[] columns)
    {
        var adjusted = new Dictionary<DriftResult, DriftResult>(ReferenceEqualityComparer.Instance);
        foreach (var method in columns.SelectMany(column => column.Results).Where(result => result.PValue is not null).GroupBy(result => result.Method))
        {
            DriftResult[] results = [.. method];
            var values = BenjaminiHochberg.Adjust([.. results.Select(result => result.PValue!.Value)]);
            foreach (var (result, value) in results.Zip(values))
            {
                adjusted[result] = result.WithPValue(value);
            }
        }

        return [.. columns.Select(column => column with { Results = [.. column.Results.Select(result => adjusted.GetValueOrDefault(result, result))] })];
    }
}
