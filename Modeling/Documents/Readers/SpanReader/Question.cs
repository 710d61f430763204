using System.Text.RegularExpressions;

namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>What a question asks for, as the features see it.</summary>
internal sealed partial class Question
{
    /// <summary>Takes a question apart.</summary>
    public Question(string text)
    {
        var all = LabelText.WordsOf(text);
        var named = all.FindAll(word => !Lexicon.Default.IsIn("stop", word));
        Label = named.Count > 0 ? LabelText.OfWords(named) : LabelText.OfWords(all);
        var lower = text.ToLowerInvariant();
        AsksWhen = WhenPattern.IsMatch(lower);
        AsksWho = WhoPattern.IsMatch(lower);
        AsksWhere = WherePattern.IsMatch(lower);
        AsksHow = HowPattern.IsMatch(lower);
        AsksHowMuch = HowMuchPattern.IsMatch(lower) && !AsksHow;
        AsksHowMany = HowManyPattern.IsMatch(lower);
    }

    /// <summary>The words that may stand in a label on the page: question words and small words left out.</summary>
    public LabelText Label { get; }

    /// <summary>It asks for a time.</summary>
    public bool AsksWhen { get; }

    /// <summary>It asks for a person or a company.</summary>
    public bool AsksWho { get; }

    /// <summary>It asks for a place.</summary>
    public bool AsksWhere { get; }

    /// <summary>It asks for a way or a means, as "How was it paid?" does.</summary>
    public bool AsksHow { get; }

    /// <summary>It asks for a sum of money.</summary>
    public bool AsksHowMuch { get; }

    /// <summary>It asks for a number.</summary>
    public bool AsksHowMany { get; }

    [GeneratedRegex(@"\bwhen\b|\bdates?\b|\bdated\b|\bwhat day\b|\bwhich day\b|\bhow old\b")]
    private static partial Regex WhenPattern { get; }

    [GeneratedRegex(@"\bwho\b|\bwhom\b|\bwhose\b|\bnamed?\b|\bcalled\b|\bwhich (?:company|firm|shop|store|business|merchant|vendor|supplier|restaurant)\b")]
    private static partial Regex WhoPattern { get; }

    [GeneratedRegex(@"\bwhere\b|\baddress\b|\blocated\b|\blocation\b|\bstreet\b")]
    private static partial Regex WherePattern { get; }

    [GeneratedRegex(@"\bhow (?:did|do|does|was|were|is|are|has|have|can|must|should|shall|will)\b|\b(?:with|by|in|through) (?:what|which)\b|\b(?:means|mode|method|form|way|manner) of\b")]
    private static partial Regex HowPattern { get; }

    [GeneratedRegex(@"\bhow much\b|\bprice\b|\bcosts?\b|\bamounts?\b|\bsum\b|\btotals?\b|\bpaid\b|\bpay\b|\bowed?\b|\bcharged?\b|\b(?:comes?|came|amount(?:s|ed)?|adds? up|added up) to\b|\bworth\b")]
    private static partial Regex HowMuchPattern { get; }

    [GeneratedRegex(@"\bhow many\b|\bquantity\b|\bqty\b|\bcount\b|\bnumber of\b")]
    private static partial Regex HowManyPattern { get; }
}
