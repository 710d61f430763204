using System.Text.RegularExpressions;

namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>What kind of value a piece of text looks like.</summary>
[Flags]
internal enum Shape
{
    None = 0,
    Date = 1,
    Time = 2,
    Amount = 4,
    Phone = 8,
    Internet = 16,
    Identifier = 32,
    Number = 64,
    Currency = 128,
    Percent = 256,
}

/// <summary>Recognises the shapes of values: dates, amounts, identifiers and so on.</summary>
internal static partial class Shapes
{
    const string Months = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

    /// <summary>Currency signs and codes that may stand before or after an amount.</summary>
    public const string Currencies = "RM|MYR|USD|EUR|GBP|CHF|CAD|AUD|NZD|SGD|INR|JPY|CNY|SEK|NOK|DKK|PLN|ZAR|BRL|MXN|HKD|THB|IDR|R\\$|US\\$|C\\$|A\\$|S\\$|kr|zł|Rs\\.?|[$€£¥₹]";

    [GeneratedRegex(@"(?<![\d.,/\-])(?:\d{1,2}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?(?:\d{4}|\d{2})|\d{4}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?\d{1,2}|\d{1,2}(?:st|nd|rd|th)?[ \-/.,]{0,2}(?:" + Months + @")[ \-/.,']{0,3}(?:\d{4}|\d{2})|(?:" + Months + @")[ .\-]{0,2}\d{1,2}(?:st|nd|rd|th)?[ ,\-]{1,2}\d{4}|\d{4}年\d{1,2}月\d{1,2}日)(?![\d])", RegexOptions.IgnoreCase)]
    public static partial Regex DatePattern { get; }

    [GeneratedRegex(@"(?<![\d:])\d{1,2}\s?:\s?\d{2}(?:\s?:\s?\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?(?![\d:])")]
    public static partial Regex TimePattern { get; }

    [GeneratedRegex(@"(?<![\d.,\w])[\-−(]?\d{1,3}(?:(?:[,.' ]\d{3})+|\d*)[.,]\d{2}(?![\d])(?![.,/\-]\d)")]
    public static partial Regex AmountPattern { get; }

    // Without decimals a number is money only beside a currency, or with its thousands parted by what parts nothing else.
    [GeneratedRegex(@"(?<!\w)(?:" + Currencies + @")\s?[\-−]?\d{1,3}(?:(?:[,.' ]\d{3})+|\d*)(?![\d.,])|(?<![\d.,\w])[\-−(]?\d{1,3}(?:(?:[,.' ]\d{3})+|\d*)\s?(?:" + Currencies + @")(?!\w)|(?<![\d.,\w'/\-])\d{1,3}(?:[,']\d{3})+(?![\d.,'/\-])", RegexOptions.IgnoreCase)]
    public static partial Regex WholeAmountPattern { get; }

    [GeneratedRegex(@"(?<![\w.,])(?:\+|\(0|\(\+|00|0|1[\- ])[\d][\d\-() ./]{6,}\d(?!\w)")]
    public static partial Regex PhonePattern { get; }

    [GeneratedRegex(@"[\w.+\-]+@[\w\-]+\.[\w.\-]+|(?:https?://|www\.)[^\s]+|\b[\w\-]+\.(?:com|org|net|my|co|de|fr|uk|info|io|eu)(?:\.\w{2})?\b", RegexOptions.IgnoreCase)]
    public static partial Regex InternetPattern { get; }

    [GeneratedRegex(@"(?<!\w)(?=[\w\-/#.]*\d[\w\-/#.]*\d)[\w][\w\-/#.]{2,}\w(?!\w)")]
    public static partial Regex IdentifierPattern { get; }

    [GeneratedRegex(@"(?:" + Currencies + @")", RegexOptions.IgnoreCase)]
    public static partial Regex CurrencyPattern { get; }

    /// <summary>The shapes that the whole text has, small prefixes such as a currency aside.</summary>
    public static Shape Of(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.IsEmpty || text.Length > 80)
        {
            return Shape.None;
        }

        var digits = 0;
        var letters = 0;
        foreach (var c in text)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            letters += char.IsLetter(c) ? 1 : 0;
        }

        var shape = Shape.None;
        if (digits > 0)
        {
            shape |= Covers(DatePattern, text, 0.85) ? Shape.Date : 0;
            shape |= Covers(TimePattern, text, 0.85) ? Shape.Time : 0;
            shape |= Covers(AmountPattern, text, letters > 0 ? 0.6 : 0.7) ? Shape.Amount : 0;
            shape |= Covers(WholeAmountPattern, text, 0.85) ? Shape.Amount : 0;
            shape |= digits >= 7 && Covers(PhonePattern, text, 0.85) ? Shape.Phone : 0;
            shape |= letters == 0 && digits >= text.Length * 0.6 ? Shape.Number : 0;
            shape |= text[^1] == '%' ? Shape.Percent : 0;
            shape |= digits >= 2 && !text.Contains(' ') && Covers(IdentifierPattern, text, 0.85) ? Shape.Identifier : 0;
        }

        shape |= CurrencyPattern.IsMatch(text) && (digits > 0 || text.Length <= 4) ? Shape.Currency : 0;
        shape |= letters > 3 && Covers(InternetPattern, text, 0.85) ? Shape.Internet : 0;
        return shape;
    }

    /// <summary>Reads an amount such as <c>1,234.50</c>, <c>1.234,50</c> or <c>RM 12.00</c>.</summary>
    public static bool TryReadAmount(ReadOnlySpan<char> text, out double value)
    {
        value = 0;
        Span<char> digits = stackalloc char[20];
        var length = 0;
        var separator = text.LastIndexOfAny('.', ',');
        for (var i = 0; i < text.Length && length < digits.Length - 1; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                digits[length++] = text[i];
            }
            else if (i == separator && text.Length - i - 1 <= 2)
            {
                digits[length++] = '.';
            }
        }

        return length > 0 && double.TryParse(digits[..length], out value);
    }

    static bool Covers(Regex pattern, ReadOnlySpan<char> text, double share)
    {
        foreach (var match in pattern.EnumerateMatches(text))
        {
            if (match.Length >= share * text.Length)
            {
                return true;
            }
        }

        return false;
    }
}
