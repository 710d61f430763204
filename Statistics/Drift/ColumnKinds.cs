using System.Globalization;

namespace AspireMl.Statistics.Drift;

/// <summary>Infers a column's kind from its text. An inference, not a fact: a caller that knows the schema should say so instead.</summary>
public static class ColumnKinds
{
    /// <summary>Most distinct whole numbers that are taken for codes of categories.</summary>
    public const int MostCodes = 20;

    /// <summary>
    /// Categorical when a value is no number, or when all are whole numbers with at most <see cref="MostCodes"/> distinct ones and at least
    /// five rows for each; otherwise numeric. Empty values are passed over; a column without any is categorical.
    /// </summary>
    public static ColumnKind Infer(IEnumerable<string?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var guess = new ColumnKindGuess();
        foreach (var value in values)
        {
            guess.Add(value);
            if (guess.HasText)
            {
                break;
            }
        }

        return guess.Kind;
    }

    /// <summary>Text as numbers for a numeric column: what is empty or no number is NaN.</summary>
    public static double[] ToNumbers(IEnumerable<string?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return [.. values.Select(value => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN)];
    }
}
