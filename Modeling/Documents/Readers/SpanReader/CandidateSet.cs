namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>Candidates without doubles, outer punctuation trimmed.</summary>
internal sealed class CandidateSet
{
    readonly HashSet<(int First, int Start, int Last, int End)> _known = [];
    readonly List<Candidate> _candidates = [];

    /// <summary>How many there are.</summary>
    public int Count => _candidates.Count;

    /// <summary>Adds a span unless it is empty, too long, or known.</summary>
    public void Add(PageLine[] lines, int start, int end)
    {
        const int LongestText = 400;
        var (first, last) = (lines[0], lines[^1]);
        while (start < first.Text.Length && IsEdge(first.Text[start], opening: true) && (lines.Length > 1 || start < end))
        {
            start++;
        }

        while (end > 0 && IsEdge(last.Text[end - 1], opening: false) && (lines.Length > 1 || end > start))
        {
            end--;
        }

        if (lines.Length == 1)
        {
            (start, end) = TrimBrackets(first.Text, start, end);
            if (end <= start)
            {
                return;
            }
        }
        else if (start >= first.Text.Length || end <= 0)
        {
            return;
        }

        if (lines.Sum(line => line.Text.Length) <= LongestText && _known.Add((first.Index, start, last.Index, end)))
        {
            _candidates.Add(new(lines, start, end));
        }
    }

    public Candidate[] ToArray() => [.. _candidates];

    static bool IsEdge(char c, bool opening) =>
        c is ' ' or ':' or '=' or ';' or '|' or '_' or '~' or '"' or '*' or '#' || (opening ? c is ',' or '.' or ')' or ']' or '/' : c is '(' or '[');

    static (int Start, int End) TrimBrackets(string text, int start, int end)
    {
        var span = text.AsSpan(start, end - start);
        if (span.Length > 0 && span[0] is '(' or '[' && span.IndexOfAny(')', ']') < 0)
        {
            start++;
        }

        span = text.AsSpan(start, end - start);
        if (span.Length > 0 && span[^1] is ')' or ']' && span.IndexOfAny('(', '[') < 0)
        {
            end--;
        }

        return (start, end);
    }
}
