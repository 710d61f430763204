namespace AspireMl.Statistics.Embeddings;

/// <summary>How far the centres of two samples of vectors lie apart.</summary>
public static class MeanDistance
{
    /// <summary>The Euclidean distance of the means, and the share of shuffles in which it is at least as large.</summary>
    /// <exception cref="ArgumentException">A side has no rows, or their dimensions differ.</exception>
    public static TestResult Test(EmbeddingRows reference, EmbeddingRows current, PermutationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(current);
        var rows = reference.With(current);
        var members = new Memberships(reference.Count, current.Count, options ?? new());
        var squares = new double[members.Columns];
        for (var component = 0; component < rows.Dimensions; component++)
        {
            Add(rows.Component(component), members, reference.Count, current.Count, squares);
        }

        return new(Math.Sqrt(squares[0]), Memberships.PValue(squares));
    }

    static void Add(double[] values, Memberships members, int reference, int current, double[] squares)
    {
        var total = values.Sum();
        var sums = new double[members.Columns];
        for (var row = 0; row < values.Length; row++)
        {
            var member = members[row];
            for (var column = 0; column < sums.Length; column++)
            {
                sums[column] += values[row] * member[column];
            }
        }

        for (var column = 0; column < sums.Length; column++)
        {
            var gap = (sums[column] / reference) - ((total - sums[column]) / current);
            squares[column] += gap * gap;
        }
    }
}
