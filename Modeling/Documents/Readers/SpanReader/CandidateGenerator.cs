using System.Text.RegularExpressions;

namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>Lists the spans of a document that may be an answer; about a thousand on a receipt, never more than the bound.</summary>
internal static class CandidateGenerator
{
    /// <summary>Most candidates of a document; longer spans are left out first.</summary>
    public const int MostCandidates = 12_000;

    const int MostLines = 7;
    const float LargestLineGapInHeights = 1.4f;

    /// <summary>Lists the candidates.</summary>
    public static Candidate[] Generate(PageLayout layout)
    {
        var candidates = new CandidateSet();
        var tokens = layout.Lines.Sum(line => line.Tokens.Length);
        var longest = tokens switch { < 700 => 10, < 1500 => 6, _ => 3 };
        foreach (var line in layout.Lines)
        {
            AddWithin(candidates, line, longest);
        }

        foreach (var line in layout.Lines)
        {
            AddPatterns(candidates, line);
            AddMerged(candidates, line);
            AddPair(candidates, line);
            if (candidates.Count >= MostCandidates)
            {
                break;
            }
        }

        return candidates.ToArray();
    }

    static void AddWithin(CandidateSet candidates, PageLine line, int longest)
    {
        var tokens = line.Tokens;
        for (var i = 0; i < tokens.Length && candidates.Count < MostCandidates; i++)
        {
            for (var j = i; j < tokens.Length; j++)
            {
                var length = j - i + 1;
                if (length <= longest || i == 0 || j == tokens.Length - 1)
                {
                    candidates.Add([line], tokens[i].Start, tokens[j].End);
                }
            }
        }
    }

    static void AddPatterns(CandidateSet candidates, PageLine line)
    {
        ReadOnlySpan<Regex> patterns = [Shapes.DatePattern, Shapes.TimePattern, Shapes.AmountPattern, Shapes.WholeAmountPattern, Shapes.PhonePattern, Shapes.InternetPattern, Shapes.IdentifierPattern];
        foreach (var pattern in patterns)
        {
            foreach (var match in pattern.EnumerateMatches(line.Text))
            {
                candidates.Add([line], match.Index, match.Index + match.Length);
            }
        }
    }

    static void AddMerged(CandidateSet candidates, PageLine first)
    {
        var lines = new List<PageLine> { first };
        for (var next = Continuation(first); next is not null && lines.Count < MostLines; next = Continuation(next))
        {
            lines.Add(next);
            PageLine[] merged = [.. lines];
            var label = LabelEnd(first);
            var foreign = ForeignLabelStart(next);
            candidates.Add(merged, 0, next.Text.Length);
            if (label > 0)
            {
                candidates.Add(merged, label, next.Text.Length);
            }

            if (foreign > 0)
            {
                candidates.Add(merged, 0, foreign);
            }
        }
    }

    static void AddPair(CandidateSet candidates, PageLine line)
    {
        if (line.Right is { } right)
        {
            candidates.Add([line, right], 0, right.Text.Length);
            if (LabelEnd(line) is > 0 and var label)
            {
                candidates.Add([line, right], label, right.Text.Length);
            }
        }
    }

    static PageLine? Continuation(PageLine line) =>
        line.Below is { } below && line.IsCloselyAbove(below, LargestLineGapInHeights) ? below : null;

    /// <summary>Where the text after a label such as <c>Address:</c> begins, or 0.</summary>
    static int LabelEnd(PageLine line)
    {
        var colon = line.Text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || colon == line.Text.Length - 1)
        {
            return 0;
        }

        return colon + 1 + line.Text.AsSpan(colon + 1).Length - line.Text.AsSpan(colon + 1).TrimStart().Length;
    }

    /// <summary>Where a label of something else begins in the middle of a line, as <c>TEL</c> after an address, or 0.</summary>
    static int ForeignLabelStart(PageLine line)
    {
        foreach (var token in line.Tokens)
        {
            if (token.Start > 0 && LabelText.WordsOf(line.Text.AsSpan(token.Start, token.End - token.Start)) is [var word, ..]
                && Lexicon.Default.Canonical(word) is "telephone" or "mobile" or "fax" or "gst" or "email" or "website" or "vat" or "registration")
            {
                return token.Start;
            }
        }

        return 0;
    }
}
