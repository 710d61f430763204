using System.Text.RegularExpressions;

namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>All sums of money on a document: which is the largest, which stand there more than once.</summary>
internal sealed class AmountTable
{
    // No country taxes sales by more than 27 per cent.
    const double LargestTax = 0.28;

    readonly double[] _sorted;
    readonly Dictionary<double, int> _counts;

    AmountTable(Dictionary<double, int> counts)
    {
        _counts = counts;
        _sorted = [.. counts.Keys.OrderDescending()];
    }

    /// <summary>The largest amount, or 0.</summary>
    public double Largest => _sorted.Length > 0 ? _sorted[0] : 0;

    public static AmountTable Of(IReadOnlyList<PageLine> lines)
    {
        var counts = new Dictionary<double, int>();
        foreach (var line in lines)
        {
            Count(Shapes.AmountPattern, line.Text, counts);
            Count(Shapes.WholeAmountPattern, line.Text, counts);
        }

        return new(counts);
    }

    /// <summary>How often the value stands on the document.</summary>
    public int CountOf(double value) => _counts.GetValueOrDefault(value);

    /// <summary>0 for the largest value, 1 for the next, at most 20.</summary>
    public int RankOf(double value)
    {
        var index = Array.IndexOf(_sorted, value);
        return index is < 0 or > 20 ? 20 : index;
    }

    /// <summary>True when a larger amount and a smaller one on the page differ by the value, as tendered minus change does.</summary>
    public bool IsDifference(double value) => Pairs(value, static (high, low, v) => Math.Abs(high - low - v) < 0.006);

    /// <summary>True when two amounts on the page add up to the value, as net plus tax does.</summary>
    public bool IsSum(double value) => Pairs(value, static (high, low, v) => Math.Abs(high + low - v) < 0.006);

    /// <summary>True when a larger amount on the page is the value and a small share of it more, as gross is of net.</summary>
    public bool IsNet(double value) => Pairs(value, static (high, low, v) => low < v * LargestTax && Math.Abs(high - low - v) < 0.006);

    /// <summary>True when a larger amount and a smaller one on the page differ by the value, and it is a small share of the smaller one, as tax is of net.</summary>
    public bool IsTax(double value) => Pairs(value, static (high, low, v) => v < low * LargestTax && Math.Abs(high - low - v) < 0.006);

    static void Count(Regex pattern, string text, Dictionary<double, int> counts)
    {
        foreach (var match in pattern.EnumerateMatches(text))
        {
            if (Shapes.TryReadAmount(text.AsSpan(match.Index, match.Length), out var value))
            {
                counts[value] = counts.GetValueOrDefault(value) + 1;
            }
        }
    }

    bool Pairs(double value, Func<double, double, double, bool> holds)
    {
        const int Considered = 16;
        for (var i = 0; i < Math.Min(_sorted.Length, Considered); i++)
        {
            for (var j = i + 1; j < Math.Min(_sorted.Length, Considered + 8); j++)
            {
                if (_sorted[j] > 0 && _sorted[i] != value && _sorted[j] != value && holds(_sorted[i], _sorted[j], value))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
