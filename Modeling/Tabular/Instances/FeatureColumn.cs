using System.Text;
using System.Text.Json;
using AspireMl.Contracts.Models;

namespace AspireMl.Modeling.Tabular.Instances;

/// <summary>Reads the values of one feature as its card says.</summary>
sealed class FeatureColumn(FeatureCard card)
{
    readonly Vocabulary? _values = card.Values is null ? null : new(card.Values);
    readonly bool _isWhole = card.Kind == FeatureKinds.WholeNumber;
    readonly bool _isStrict = card.Strict ?? false;

    public string Name => card.Name;

    /// <summary>The name in UTF-8.</summary>
    public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(card.Name);

    public bool MayBeMissing { get; } = card.Missing == FeatureCard.MissingAllowed;

    public FeatureRange Range { get; } = FeatureRange.Of(card);

    /// <summary>Reads the value that the reader stands on; the reader is left at its end.</summary>
    /// <param name="reader">On the value's first token.</param>
    /// <param name="value">What the graph gets; NaN for null.</param>
    /// <param name="isUnusual">The value is outside a range that is not strict.</param>
    /// <returns>What is wrong, following the feature's name; null when nothing is.</returns>
    public string? Read(ref Utf8JsonReader reader, out float value, out bool isUnusual)
    {
        isUnusual = false;
        value = float.NaN;
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        return _values is null ? ReadNumber(ref reader, ref value, ref isUnusual) : ReadWord(ref reader, _values, ref value);
    }

    string? ReadNumber(ref Utf8JsonReader reader, ref float value, ref bool isUnusual)
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            reader.Skip();
            return _isWhole ? "must be a whole number" : "must be a number";
        }

        if (!reader.TryGetDouble(out var number) || !float.IsFinite((float)number))
        {
            return "must be a number of single precision, which ends at 3.4E+38";
        }

        if (_isWhole && number != Math.Floor(number))
        {
            return "must be a whole number";
        }

        value = (float)number;
        isUnusual = !Range.Holds(number);
        return isUnusual && _isStrict ? $"must be {Range}" : null;
    }

    string? ReadWord(ref Utf8JsonReader reader, Vocabulary words, ref float value)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
        }
        else if (words.Find(ref reader) is >= 0 and var place)
        {
            value = place;
            return null;
        }

        return $"must be one of {Shown(card.Values!)}";
    }

    static string Shown(IReadOnlyList<string> values)
    {
        const int Most = 8;
        return string.Join(", ", values.Take(Most)) + (values.Count > Most ? $" and {values.Count - Most} more" : "");
    }
}
