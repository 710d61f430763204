using AspireMl.Statistics.Categorical;

namespace AspireMl.Statistics.Sketches;

/// <summary>
/// Counts of categories with a bound on how many are kept apart; rows of the rest are counted as other, so totals stay exact. Up to the
/// bound, counts are exact and merging is associative; beyond it, merging keeps the most frequent of both.
/// </summary>
public sealed class CategorySketch
{
    readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>An empty sketch.</summary>
    /// <param name="capacity">Most categories kept apart, 1 to 100,000. Default 1,000.</param>
    public CategorySketch(int capacity = 1000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(capacity, 100_000);
        Capacity = capacity;
    }

    /// <summary>Most categories kept apart.</summary>
    public int Capacity { get; }

    /// <summary>Rows without a value.</summary>
    public long Missing { get; private set; }

    /// <summary>Rows of categories that are not kept apart.</summary>
    public long Other { get; private set; }

    /// <summary>Rows per category kept apart.</summary>
    public IReadOnlyDictionary<string, long> Counts => _counts;

    /// <summary>Adds a value; null and empty stand for a missing one.</summary>
    public void Add(string? value) => Add(value, 1);

    /// <summary>Adds what the other sketch stands for; the other is left as it is.</summary>
    public void Merge(CategorySketch other)
    {
        ArgumentNullException.ThrowIfNull(other);
        (Missing, Other) = (Missing + other.Missing, Other + other.Other);
        foreach (var (category, count) in other._counts.ToArray())
        {
            _counts[category] = _counts.GetValueOrDefault(category) + count;
        }

        foreach (var (category, count) in _counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Skip(Capacity).ToArray())
        {
            _counts.Remove(category);
            Other += count;
        }
    }

    /// <summary>A snapshot for comparisons.</summary>
    public CategoryCounts ToCounts() => new(new Dictionary<string, long>(_counts, StringComparer.Ordinal), Missing, Other);

    /// <summary>A versioned form.</summary>
    public byte[] ToBytes() => SketchBytes.Write(this);

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a category sketch of a known version.</exception>
    public static CategorySketch FromBytes(ReadOnlySpan<byte> bytes) => SketchBytes.ReadCategories(bytes);

    internal static CategorySketch Restore(int capacity, long missing, long other, IEnumerable<KeyValuePair<string, long>> counts)
    {
        var sketch = new CategorySketch(capacity) { Missing = missing, Other = other };
        foreach (var (category, count) in counts)
        {
            sketch._counts[category] = count;
        }

        return sketch;
    }

    void Add(string? value, long count)
    {
        if (string.IsNullOrEmpty(value))
        {
            Missing += count;
        }
        else if (_counts.TryGetValue(value, out var before))
        {
            _counts[value] = before + count;
        }
        else if (_counts.Count < Capacity)
        {
            _counts[value] = count;
        }
        else
        {
            Other += count;
        }
    }
}
