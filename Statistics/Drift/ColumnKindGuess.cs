using System.Globalization;

namespace AspireMl.Statistics.Drift;

/// <summary>Guesses a column's kind while its values pass by, by the rule of <see cref="ColumnKinds"/>.</summary>
public sealed class ColumnKindGuess
{
    const int RowsPerCode = 5;

    readonly HashSet<double> _codes = [];
    bool _text;
    bool _whole = true;
    long _rows;

    /// <summary>The kind as far as the values so far tell.</summary>
    public ColumnKind Kind => _text || (_whole && _codes.Count <= ColumnKinds.MostCodes && _rows >= RowsPerCode * _codes.Count)
        ? ColumnKind.Categorical
        : ColumnKind.Numeric;

    /// <summary>Whether a value was no number, so that the kind is settled.</summary>
    public bool HasText => _text;

    /// <summary>Takes a value into account.</summary>
    /// <returns>The value as a number; NaN when it is empty or none.</returns>
    public double Add(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return double.NaN;
        }

        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            _text = true;
            return double.NaN;
        }

        _rows++;
        _whole &= number == Math.Floor(number);
        if (_whole && _codes.Count <= ColumnKinds.MostCodes)
        {
            _codes.Add(number);
        }

        return number;
    }
}
