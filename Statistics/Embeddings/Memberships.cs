using AspireMl.Statistics.Sampling;

namespace AspireMl.Statistics.Embeddings;

/// <summary>
/// Which of the pooled rows count as reference: as it is in the first column, shuffled in each other one. The columns come in blocks
/// that are held one at a time, so that what one block of them takes fits into the processor's cache.
/// </summary>
sealed class Memberships
{
    /// <summary>Columns of a block.</summary>
    public const int Width = 32;

    readonly int _reference;
    readonly int[] _order;
    readonly float[] _members;
    SplitMix64 _random;

    public Memberships(int reference, int current, PermutationOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Permutations, 19);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Permutations, 100_000);
        Columns = options.Permutations + 1;
        _reference = reference;
        _order = [.. Enumerable.Range(0, reference + current)];
        _members = new float[_order.Length * Width];
        _random = new(options.Seed);
    }

    /// <summary>How many columns there are: one more than the shuffles.</summary>
    public int Columns { get; }

    /// <summary>The first column of the block.</summary>
    public int First { get; private set; } = -Width;

    /// <summary>Row by row, for each column of the block 1 where the row is of the reference, else 0. Columns past the last are 0.</summary>
    public ReadOnlySpan<float> Block => _members;

    /// <summary>Goes on to the next block of columns; false after the last one.</summary>
    public bool Next()
    {
        First += Width;
        if (First >= Columns)
        {
            return false;
        }

        Array.Clear(_members);
        for (var column = 0; column < Math.Min(Width, Columns - First); column++)
        {
            Shuffle(column);
        }

        return true;
    }

    /// <summary>The share of statistics at least as large as the first, itself among them (Phipson and Smyth 2010).</summary>
    public static double PValue(ReadOnlySpan<double> statistics)
    {
        var reached = 0;
        foreach (var statistic in statistics)
        {
            reached += statistic >= statistics[0] ? 1 : 0;
        }

        return (double)reached / statistics.Length;
    }

    // The first places of a Fisher-Yates shuffle are a random choice of rows.
    void Shuffle(int column)
    {
        for (var place = 0; place < _reference; place++)
        {
            if (First + column > 0)
            {
                var other = place + _random.Below(_order.Length - place);
                (_order[place], _order[other]) = (_order[other], _order[place]);
            }

            _members[(_order[place] * Width) + column] = 1;
        }
    }
}
