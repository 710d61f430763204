namespace AspireMl.Statistics.Categorical;

/// <summary>How often each category occurs; null and empty values are counted apart as missing.</summary>
/// <param name="Counts">Rows per category; none is 0.</param>
/// <param name="Missing">Rows without a value, part of no statistic.</param>
/// <param name="Other">Rows of categories that a bounded count did not keep apart; 0 for an exact count.</param>
public sealed record CategoryCounts(IReadOnlyDictionary<string, long> Counts, long Missing = 0, long Other = 0)
{
    /// <summary>Rows with a value.</summary>
    public long Total { get; } = Counts.Values.Sum() + Other;

    /// <summary>Counts exactly; categories differ by ordinal comparison.</summary>
    public static CategoryCounts Of(IEnumerable<string?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        var missing = 0L;
        foreach (var value in values)
        {
            if (string.IsNullOrEmpty(value))
            {
                missing++;
            }
            else
            {
                counts[value] = counts.GetValueOrDefault(value) + 1;
            }
        }

        return new(counts, missing);
    }

    /// <summary>Categories that the other counts lack, in ordinal order.</summary>
    public IReadOnlyList<string> NotIn(CategoryCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return [.. Counts.Keys.Where(category => !other.Counts.ContainsKey(category)).Order(StringComparer.Ordinal)];
    }
}
