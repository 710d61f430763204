using AspireMl.Statistics.Sampling;

namespace AspireMl.Statistics.Embeddings;

/// <summary>
/// Which of the pooled rows count as reference: as it is in the first column, shuffled in each other one. Row by row, so that one
/// pooled row's part in all shuffles is one stretch of memory.
/// </summary>
sealed class Memberships
{
    readonly float[] _members;

    public Memberships(int reference, int current, PermutationOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Permutations, 19);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Permutations, 100_000);
        Columns = options.Permutations + 1;
        var rows = reference + current;
        _members = new float[(long)rows * Columns];
        var order = new int[rows];
        var random = new SplitMix64(options.Seed);
        for (var row = 0; row < rows; row++)
        {
            order[row] = row;
        }

        for (var column = 0; column < Columns; column++)
        {
            // The first places of a Fisher-Yates shuffle are a random choice of rows.
            for (var place = 0; place < reference; place++)
            {
                if (column > 0)
                {
                    var other = place + random.Below(rows - place);
                    (order[place], order[other]) = (order[other], order[place]);
                }

                _members[((long)order[place] * Columns) + column] = 1;
            }
        }
    }

    /// <summary>How many columns there are: one more than the shuffles.</summary>
    public int Columns { get; }

    /// <summary>1 in each column in which the row is of the reference, else 0.</summary>
    public ReadOnlySpan<float> this[int row] => _members.AsSpan(row * Columns, Columns);

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
}
