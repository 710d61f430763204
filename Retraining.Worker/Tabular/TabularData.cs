namespace AspireMl.Retraining.Worker.Tabular;

/// <summary>Rows of numbers; what is missing is NaN.</summary>
/// <param name="Names">The feature columns in the order of their values.</param>
/// <param name="Features">Row by row.</param>
/// <param name="Target">One value a row.</param>
/// <param name="Hash">SHA-256 of where they come from, in lower-case hex.</param>
internal sealed record TabularData(IReadOnlyList<string> Names, float[] Features, float[] Target, string Hash)
{
    public int Rows => Target.Length;

    public int Columns => Names.Count;

    /// <summary>The features of one row.</summary>
    public ReadOnlySpan<float> Row(int row) => Features.AsSpan(row * Columns, Columns);

    /// <summary>The values of one feature.</summary>
    public IEnumerable<float> Column(int column) => Enumerable.Range(0, Rows).Select(row => Features[(row * Columns) + column]);

    /// <summary>The rows in an order that the seed decides, for tables whose rows have no time.</summary>
    public TabularData Shuffle(int seed)
    {
        int[] order = [.. Enumerable.Range(0, Rows)];
        new Random(seed).Shuffle(order);
        var features = new float[Features.Length];
        for (var row = 0; row < order.Length; row++)
        {
            Row(order[row]).CopyTo(features.AsSpan(row * Columns));
        }

        return this with { Features = features, Target = [.. order.Select(row => Target[row])] };
    }

    /// <summary>Some of the rows.</summary>
    public TabularData Slice(Range rows)
    {
        var (start, count) = rows.GetOffsetAndLength(Rows);
        return this with { Features = Features[(start * Columns)..((start + count) * Columns)], Target = Target[start..(start + count)] };
    }

    /// <summary>All rows but some.</summary>
    public TabularData Without(Range rows)
    {
        var (start, count) = rows.GetOffsetAndLength(Rows);
        return this with { Features = [.. Features[..(start * Columns)], .. Features[((start + count) * Columns)..]], Target = [.. Target[..start], .. Target[(start + count)..]] };
    }
}
