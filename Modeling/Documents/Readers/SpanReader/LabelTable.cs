using AspireMl.Contracts.Documents;

namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>Labels of a page by place, each made once so that similarities to a question are computed once.</summary>
internal sealed class LabelTable(PageLine[] lines)
{
    const int LongestLabelWords = 6;

    readonly Dictionary<(int Line, int End), LabelText> _tails = [];
    readonly Dictionary<(int Line, int First, int Last), LabelText> _pieces = [];
    readonly Dictionary<(int Line, float Left, float Right), Heading[]> _headings = [];
    readonly ILookup<int, PageLine> _rows = lines.ToLookup(line => line.Row);

    /// <summary>The label that ends before a character of a line.</summary>
    public LabelText InlineTail(PageLine line, int end)
    {
        if (!_tails.TryGetValue((line.Index, end), out var label))
        {
            _tails[(line.Index, end)] = label = CandidateLabels.Tail(line.Text.AsSpan(0, end));
        }

        return label;
    }

    /// <summary>The words straight above a box in a line, or all of the line above where it stands over this line alone.</summary>
    public LabelText Over(PageLine line, Box box) => line.Above is { } above ? LabelAt(above, line, box) : LabelText.Empty;

    /// <summary>The words straight below a box in a line, or all of the line below where it stands under this line alone.</summary>
    public LabelText Under(PageLine line, Box box) => line.Below is { } below ? LabelAt(below, line, box) : LabelText.Empty;

    /// <summary>What stands over a box of a line in the rows above, as <see cref="Over"/> gives it: each text once, nearest first.</summary>
    public IReadOnlyList<Heading> Headings(PageLine line, Box box)
    {
        if (!_headings.TryGetValue((line.Index, box.X, box.Right), out var found))
        {
            _headings[(line.Index, box.X, box.Right)] = found = FindHeadings(line, box);
        }

        return found;
    }

    Heading[] FindHeadings(PageLine line, Box box)
    {
        const int MostRows = 25;
        var found = new List<Heading>();
        for (var row = line.Row - 1; row >= Math.Max(0, line.Row - MostRows); row--)
        {
            foreach (var above in _rows[row])
            {
                if (above.Page == line.Page && Overlap(above.Box, box) && above.Traits.Digits * 3 <= above.Text.Length
                    && LabelAt(above, line, box) is { IsEmpty: false } text && !found.Exists(other => ReferenceEquals(other.Text, text)))
                {
                    found.Add(new(text, line.Row - row));
                }
            }
        }

        return [.. found];
    }

    // A short value may stand under one word of its label only; under a heading of several columns each has its own words.
    LabelText LabelAt(PageLine label, PageLine line, Box box) =>
        label.Traits.WordCount <= LongestLabelWords && box.Width * 2 > line.Box.Width && !OthersMeet(label, line) ? label.Label : PieceOver(label, box);

    static bool OthersMeet(PageLine label, PageLine line)
    {
        for (var left = line.Left; left is not null; left = left.Left)
        {
            if (Overlap(left.Box, label.Box))
            {
                return true;
            }
        }

        for (var right = line.Right; right is not null; right = right.Right)
        {
            if (Overlap(right.Box, label.Box))
            {
                return true;
            }
        }

        return false;
    }

    static bool Overlap(Box one, Box other) => one.X < other.Right && one.Right > other.X;

    LabelText PieceOver(PageLine line, Box box)
    {
        var tokens = line.Tokens;
        var (first, last) = (-1, -1);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (Overlap(tokens[i].Box, box))
            {
                first = first < 0 ? i : first;
                last = i;
            }
        }

        if (first < 0)
        {
            return LabelText.Empty;
        }

        if (!_pieces.TryGetValue((line.Index, first, last), out var label))
        {
            _pieces[(line.Index, first, last)] = label = LabelText.Of(line.Text.AsSpan(tokens[first].Start, tokens[last].End - tokens[first].Start));
        }

        return label;
    }
}

/// <summary>A text that stands over another, and how many rows above it.</summary>
internal readonly record struct Heading(LabelText Text, int Rows);
