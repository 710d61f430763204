namespace AspireMl.Statistics.Quality;

/// <summary>Rows that repeat an earlier one in every column.</summary>
public static class DuplicateRows
{
    /// <summary>How many rows equal an earlier one; NaN equals NaN, and −0 equals 0.</summary>
    /// <param name="columns">Columns of equal length.</param>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    public static long Count(IReadOnlyList<double[]> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return Count(columns, column => column.Length, (column, row) => column[row] + 0.0);
    }

    /// <summary>How many rows equal an earlier one; null equals null, texts are compared by ordinal.</summary>
    /// <param name="columns">Columns of equal length.</param>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    public static long Count(IReadOnlyList<string?[]> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return Count(columns, column => column.Length, (column, row) => column[row]);
    }

    static long Count<TColumn, TValue>(IReadOnlyList<TColumn> columns, Func<TColumn, int> length, Func<TColumn, int, TValue> value)
    {
        if (columns.Count == 0)
        {
            return 0;
        }

        var rows = length(columns[0]);
        if (columns.Any(column => length(column) != rows))
        {
            throw new ArgumentException("The columns have different numbers of rows.", nameof(columns));
        }

        var seen = new HashSet<int>(rows, EqualityComparer<int>.Create(
            (left, right) => columns.All(column => EqualityComparer<TValue>.Default.Equals(value(column, left), value(column, right))),
            row =>
            {
                var hash = default(HashCode);
                foreach (var column in columns)
                {
                    hash.Add(value(column, row));
                }

                return hash.ToHashCode();
            }));
        return Enumerable.Range(0, rows).LongCount(row => !seen.Add(row));
    }
}
