namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>The texts around a candidate that may be its label.</summary>
/// <param name="Inline">Words before it in its own line.</param>
/// <param name="Left">The line to the left.</param>
/// <param name="Above">The words straight above.</param>
/// <param name="Below">The words straight below.</param>
/// <param name="Own">The candidate's own text.</param>
/// <param name="RowStart">The leftmost line of the row, as the name of a table's row.</param>
/// <param name="Headings">What stands over it in the rows above, as the headings of a table's columns do.</param>
/// <param name="InlineHasColon">True when a colon stands between the inline label and the candidate.</param>
internal sealed record CandidateLabels(
    LabelText Inline,
    LabelText Left,
    LabelText Above,
    LabelText Below,
    LabelText Own,
    LabelText RowStart,
    IReadOnlyList<Heading> Headings,
    bool InlineHasColon)
{
    const int LongestLabelWords = 5;

    /// <summary>Collects them.</summary>
    public static CandidateLabels Of(Candidate candidate, PageLayout layout)
    {
        var (first, last) = (candidate.First, candidate.Last);
        var isOneLine = candidate.Lines.Length == 1;
        var box = Candidate.BoxOf(first, candidate.Start, isOneLine ? candidate.End : first.Text.Length);
        var before = first.Text.AsSpan(0, candidate.Start);
        var rowStart = first;
        while (rowStart.Left is { } left)
        {
            rowStart = left;
        }

        return new(
            layout.Labels.InlineTail(first, candidate.Start),
            first.Left is { } line ? layout.Labels.InlineTail(line, line.Text.Length) : LabelText.Empty,
            layout.Labels.Over(first, box),
            layout.Labels.Under(last, isOneLine ? box : Candidate.BoxOf(last, 0, candidate.End)),
            LabelText.Of(candidate.Text),
            ReferenceEquals(rowStart, first) && candidate.Start == 0 ? LabelText.Empty : rowStart.Label,
            layout.Labels.Headings(first, box),
            before.TrimEnd().EndsWith(":"));
    }

    /// <summary>The label at the end of a piece of text: words back to a colon, a value, or the longest label.</summary>
    public static LabelText Tail(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd(" :.-=#*");
        var start = text.Length;
        var words = 0;
        for (var i = text.Length - 1; i >= -1; i--)
        {
            if (i >= 0 && text[i] is not (' ' or ':'))
            {
                continue;
            }

            var word = text[(i + 1)..start];
            var ends = i >= 0 && text[i] == ':';
            if (!word.IsEmpty && (IsValue(word) || ++words > LongestLabelWords))
            {
                break;
            }

            start = i < 0 ? 0 : i;
            if (ends)
            {
                break;
            }
        }

        return start >= text.Length ? LabelText.Empty : LabelText.Of(text[start..]);
    }

    static bool IsValue(ReadOnlySpan<char> word)
    {
        var digits = 0;
        foreach (var c in word)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        }

        return digits >= 2 && digits * 2 >= word.Length;
    }
}
