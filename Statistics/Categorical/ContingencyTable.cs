using AspireMl.Statistics.Distributions;

namespace AspireMl.Statistics.Categorical;

/// <summary>Two aligned rows of counts over the categories that either sample has; a category unseen by one has the count 0 there.</summary>
public sealed class ContingencyTable
{
    readonly long[] _reference;
    readonly long[] _current;

    /// <summary>Aligns two counts in ordinal order of the categories; what was not kept apart by a bounded count is one more category.</summary>
    /// <exception cref="ArgumentException">A sample has no value.</exception>
    public ContingencyTable(CategoryCounts reference, CategoryCounts current)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(current);
        string[] categories = [.. reference.Counts.Keys.Union(current.Counts.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var others = reference.Other + current.Other > 0;
        _reference = Row(categories, reference, others);
        _current = Row(categories, current, others);
        Categories = categories;
        CountTables.Totals(_reference, _current);
    }

    /// <summary>The categories, in the order of the counts (one less than the counts when a bounded count has others).</summary>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>The reference's counts.</summary>
    public ReadOnlySpan<long> Reference => _reference;

    /// <summary>The current sample's counts.</summary>
    public ReadOnlySpan<long> Current => _current;

    static long[] Row(string[] categories, CategoryCounts counts, bool others)
    {
        var row = categories.Select(category => counts.Counts.GetValueOrDefault(category));
        return others ? [.. row, counts.Other] : [.. row];
    }
}
