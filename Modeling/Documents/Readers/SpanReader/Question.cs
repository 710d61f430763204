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
        AsksToWhom = ToWhomPattern.IsMatch(lower);
        AsksByWhom = !AsksToWhom && ByWhomPattern.IsMatch(lower);
        AsksWithout = WithoutPattern.IsMatch(lower);
        AsksSpan = SpanPattern.IsMatch(lower);
        AsksEnd = !AsksSpan && EndPattern.IsMatch(lower);
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

    /// <summary>It asks for the one whom the document is for, as "To whom was it sent?" does.</summary>
    public bool AsksToWhom { get; }

    /// <summary>It asks for the one whom the document is from, as "By whom was it sent?" does.</summary>
    public bool AsksByWhom { get; }

    /// <summary>It leaves something out, as "How much is it before tax?" does.</summary>
    public bool AsksWithout { get; }

    /// <summary>It asks when something ends, as "Until when?" does.</summary>
    public bool AsksEnd { get; }

    /// <summary>It asks from when to when.</summary>
    public bool AsksSpan { get; }

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

    [GeneratedRegex(
        @"\b(?:to|for|on) who(?:m|se)?\b|\bwho(?:m|se)?\b.*\b(?:to|for)\W*$"
        + @"|\b(?:address(?:ed)?|issued|sent|billed|made out|written|given|intended|meant|directed|invoiced|sold|delivered|charged|shipped|posted|mailed) (?:to|for)\b"
        + @"|\bwho (?:is|was|gets|got|has been|is being|is to be|must be|will be) (?:billed|invoiced|charged|addressed|served|asked|written to)\b"
        + @"|\bwho (?:receive[sd]?|will receive|gets?|got|must|has to|have to|had to|should|needs to|is to|owe[sd]?|bought|buys|order(?:s|ed)|purchase[sd]|pays|paid)\b"
        + @"|\b(?:customer|buyer|payer|purchaser|client|recipient|patient|addressee|guest|tenant|billing)\b")]
    private static partial Regex ToWhomPattern { get; }

    [GeneratedRegex(
        @"\b(?:by|from) who(?:m|se)?\b|\b(?:by|from) (?:which|what)\b|\bwho(?:m|se)?\b.*\b(?:by|from)\W*$|\b(?:com(?:es|e|ing)|came) from\b"
        + @"|\b(?:who|which \w+|what \w+) (?:issue[sd]?|sends?|sent|writes?|wrote|makes?|made|print(?:s|ed)|prepare[sd]|sells?|sold|provide[sd]|charge[sd]|bill(?:s|ed)|invoice[sd]|drew|gave|gives|hand(?:s|ed)|deliver(?:s|ed)|supplie[sd])\b"
        + @"|\b(?:issuer|issuing|seller|retailer|trader|provider|supplier|biller|vendor|merchant|shop|store|business|establishment)\b")]
    private static partial Regex ByWhomPattern { get; }

    [GeneratedRegex(@"\b(?:without|excluding|excludes|excl|except|before|less|minus|net of|not counting|prior to)\b")]
    private static partial Regex WithoutPattern { get; }

    [GeneratedRegex(@"\b(?:until|till|by|up to) (?:when|what|which)\b|\blatest\b|\bexpir|\bdeadline\b|\bdue\b|\bends?\b|\bending\b|\blast day\b|\bvalid\b|\bhow long\b")]
    private static partial Regex EndPattern { get; }

    [GeneratedRegex(@"\bfrom (?:when|what|which)\b.*\b(?:to|till|until)\b|\bperiods?\b|\b(?:time|date) ?(?:span|range|frame)\b|\btimeframe\b|\b(?:which|what) (?:dates|days|weeks|months?|year)\b|\bbetween (?:which|what)\b|\binterval\b")]
    private static partial Regex SpanPattern { get; }
}
