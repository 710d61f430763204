using AspireMl.Contracts.Documents;

namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>A span of text that may be the answer: from a character of its first line to one of its last.</summary>
/// <param name="Lines">One or more lines.</param>
/// <param name="Start">First character, in the first line.</param>
/// <param name="End">End (exclusive), in the last line.</param>
internal sealed record Candidate(PageLine[] Lines, int Start, int End)
{
    /// <summary>The first line.</summary>
    public PageLine First => Lines[0];

    /// <summary>The last line.</summary>
    public PageLine Last => Lines[^1];

    /// <summary>The words, lines joined by one space.</summary>
    public string Text { get; } = Lines.Length == 1
        ? Lines[0].Text[Start..End]
        : string.Join(' ', Lines.Select((line, i) => Part(line, i, Lines.Length, Start, End)));

    /// <summary>Where it stands on the page as it was uploaded, one entry a line.</summary>
    public IEnumerable<Evidence> Evidence() => Lines.Select((line, i) =>
        new Evidence(line.Page, Part(line, i, Lines.Length, Start, End), BoxOf(line, i == 0 ? Start : 0, i == Lines.Length - 1 ? End : line.Text.Length, line.Slant)));

    /// <summary>The levelled box around characters of a line.</summary>
    public static Box BoxOf(PageLine line, int start, int end) => BoxOf(line, start, end, default);

    static Box BoxOf(PageLine line, int start, int end, PageSlant slant)
    {
        Box? box = null;
        foreach (var token in line.Tokens)
        {
            if (token.Start < end && token.End > start)
            {
                var part = slant.OnPage(token.Box);
                box = box?.Union(part) ?? part;
            }
        }

        return box ?? slant.OnPage(line.Box);
    }

    static string Part(PageLine line, int i, int count, int start, int end) =>
        line.Text[(i == 0 ? start : 0)..(i == count - 1 ? end : line.Text.Length)];
}
