using AspireMl.Contracts.Documents;

namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>Labels of a page by place, each made once so that similarities to a question are computed once.</summary>
internal sealed class LabelTable(PageLine[] lines)
{
    readonly Dictionary<(int Line, int End), LabelText> _tails = [];
    readonly Dictionary<(int Line, int First, int Last), LabelText> _pieces = [];
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

    /// <summary>The words straight above a box.</summary>
    public LabelText Over(PageLine line, Box box) => line.Above is { } above ? PieceOver(above, box) : LabelText.Empty;

    /// <summary>The words straight below a box.</summary>
    public LabelText Under(PageLine line, Box box) => line.Below is { } below ? PieceOver(below, box) : LabelText.Empty;

    /// <summary>The words over a box in each of the rows above, nearest first, and how many rows above they stand.</summary>
    public IEnumerable<(LabelText Text, int Rows)> Headers(PageLine line, Box box)
    {
        const int MostRows = 25;
        for (var row = line.Row - 1; row >= Math.Max(0, line.Row - MostRows); row--)
        {
            foreach (var above in _rows[row])
            {
                if (above.Page == line.Page && above.Box.X < box.Right && above.Box.Right > box.X && above.Traits.Digits * 3 <= above.Text.Length)
                {
                    yield return (PieceOver(above, box), line.Row - row);
                }
            }
        }
    }

    LabelText PieceOver(PageLine line, Box box)
    {
        var tokens = line.Tokens;
        var (first, last) = (-1, -1);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Box.X < box.Right && tokens[i].Box.Right > box.X)
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
