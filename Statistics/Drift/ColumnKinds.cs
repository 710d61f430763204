using System.Globalization;

namespace AspireMl.Statistics.Drift;

/// <summary>Infers a column's kind from its text. An inference, not a fact: a caller that knows the schema should say so instead.</summary>
public static class ColumnKinds
{
    /// <summary>Most distinct whole numbers that are taken for codes of categories.</summary>
    public const int MostCodes = 20;

    const int RowsPerCode = 5;

    /// <summary>
    /// Categorical when a value is no number, or when all are whole numbers with at most <see cref="MostCodes"/> distinct ones and at least
    /// five rows for each; otherwise numeric. Empty values are passed over; a column without any is categorical.
    /// </summary>
    public static ColumnKind Infer(IEnumerable<string?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var (rows, whole, codes) = (0, true, new HashSet<double>());
        foreach (var value in values.Where(value => !string.IsNullOrEmpty(value)))
        {
            if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            {
                return ColumnKind.Categorical;
            }

            rows++;
            whole &= number == Math.Floor(number);
            if (whole && codes.Count <= MostCodes)
            {
                codes.Add(number);
            }
        }

        return whole && codes.Count <= MostCodes && rows >= RowsPerCode * codes.Count ? ColumnKind.Categorical : ColumnKind.Numeric;
    }

    /// <summary>Text as numbers for a numeric column: what is empty or no number is NaN.</summary>
    public static double[] ToNumbers(IEnumerable<string?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return [.. values.Select(value => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN)];
    }
}
