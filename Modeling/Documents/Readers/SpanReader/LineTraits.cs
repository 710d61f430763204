using System.Text.RegularExpressions;

namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>What a line's text tells of its role.</summary>
internal sealed partial class LineTraits
{
    LineTraits(string text)
    {
        foreach (var c in text)
        {
            Digits += char.IsAsciiDigit(c) ? 1 : 0;
            Letters += char.IsLetter(c) ? 1 : 0;
            Upper += char.IsUpper(c) ? 1 : 0;
            Commas += c == ',' ? 1 : 0;
        }

        Words = LabelText.WordsOf(text);
        foreach (var word in Words)
        {
            LegalForms += Lexicon.Default.IsIn("legal-form", word) ? 1 : 0;
            Places += Lexicon.Default.IsIn("place", word) ? 1 : 0;
            Streets += Lexicon.Default.IsIn("street", word) ? 1 : 0;
            Regions += Lexicon.Default.IsIn("region", word) ? 1 : 0;
            GivenNames += Lexicon.Default.IsIn("given-name", word) ? 1 : 0;
            FamilyNames += Lexicon.Default.IsIn("family-name", word) ? 1 : 0;
            PaymentMeans += Lexicon.Default.IsIn("payment-means", word) ? 1 : 0;
            Honorifics += Lexicon.Default.IsIn("honorific", word) ? 1 : 0;
            Closings += Lexicon.Default.IsIn("closing", word) ? 1 : 0;
        }

        NameWords = CountNameWords(text);

        HasPostalCode = PostalPattern.IsMatch(text);
        StartsWithHouseNumber = HousePattern.IsMatch(text);
        EndsWithColon = text.AsSpan().TrimEnd().EndsWith(":");
        HasColon = text.Contains(':', StringComparison.Ordinal);
        HasDate = Shapes.DatePattern.IsMatch(text);
        HasAmount = Shapes.AmountPattern.IsMatch(text) || Shapes.WholeAmountPattern.IsMatch(text);
        HasPhone = Shapes.PhonePattern.IsMatch(text);
        HasInternet = Shapes.InternetPattern.IsMatch(text);
        HasIdentifier = IdPattern.IsMatch(text);
    }

    public int Digits { get; }

    public int Letters { get; }

    public int Upper { get; }

    public int Commas { get; }

    /// <summary>The words, as <see cref="LabelText.WordsOf"/> gives them.</summary>
    public IReadOnlyList<string> Words { get; }

    public int WordCount => Words.Count;

    public int LegalForms { get; }

    public int Places { get; }

    public int Streets { get; }

    public int Regions { get; }

    public int GivenNames { get; }

    public int FamilyNames { get; }

    public int PaymentMeans { get; }

    public int Honorifics { get; }

    public int Closings { get; }

    /// <summary>How many words there are when all may belong to a name; 0 otherwise.</summary>
    public int NameWords { get; }

    /// <summary>It ends a letter, as "Yours sincerely," does.</summary>
    public bool IsClosing => Closings > 0 && WordCount <= 4;

    public bool HasPostalCode { get; }

    public bool StartsWithHouseNumber { get; }

    public bool EndsWithColon { get; }

    public bool HasColon { get; }

    public bool HasDate { get; }

    public bool HasAmount { get; }

    public bool HasPhone { get; }

    public bool HasInternet { get; }

    public bool HasIdentifier { get; }

    /// <summary>How much the line looks like a part of an address, about 0 to 4.</summary>
    public float AddressScore =>
        MathF.Min(2, Streets) + MathF.Min(1, Regions) + (HasPostalCode ? 1 : 0) + (StartsWithHouseNumber ? 1 : 0) + (Commas > 0 ? 0.5f : 0)
        - (HasAmount || HasDate || HasPhone || HasInternet ? 1.5f : 0) - (HasColon ? 0.5f : 0);

    public static LineTraits Of(string text) => new(text);

    // A name is written in capitalised words; only particles such as "van" and "de" are small.
    static int CountNameWords(string text)
    {
        const int LongestParticle = 3;
        var words = 0;
        foreach (var range in text.AsSpan().Split(' '))
        {
            var word = text.AsSpan(range).Trim(".,");
            foreach (var c in word)
            {
                if (!char.IsLetter(c) && c is not ('.' or '-' or '\'' or '’'))
                {
                    return 0;
                }
            }

            if (!word.IsEmpty && char.IsLower(word[0]) && word.Length > LongestParticle)
            {
                return 0;
            }

            words += word.IsEmpty ? 0 : 1;
        }

        return words;
    }

    [GeneratedRegex(@"(?<!\d)\d{5}(?!\d)|(?<!\d)\d{4}(?!\d)(?= ?[A-Z]{2}\b| [A-Z][a-z])|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b|\b\d{2}-\d{3}\b|\b\d{5}-\d{3}\b|(?<!\d)\d{6}(?!\d)")]
    private static partial Regex PostalPattern { get; }

    [GeneratedRegex(@"^\W*(?:no|lot|unit|blk|block|b-|g-|suite|p\.?o\.? box|level)?\W*\d+[\w\-/&, ]*[ ,]", RegexOptions.IgnoreCase)]
    private static partial Regex HousePattern { get; }

    [GeneratedRegex(@"\d{6,}|\(?\d{5,}-[A-Z]\)?", RegexOptions.IgnoreCase)]
    private static partial Regex IdPattern { get; }
}
