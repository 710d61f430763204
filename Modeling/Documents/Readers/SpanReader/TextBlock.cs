namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>Lines set closely under each other on one edge or about one axis, as an address is; a line alone is a block too.</summary>
internal sealed class TextBlock(PageLine first)
{
    const float LargestGapInHeights = 0.9f;
    const float AddressFrom = 1.5f;

    readonly List<PageLine> _lines = [first];

    /// <summary>The lines from the top down.</summary>
    public IReadOnlyList<PageLine> Lines => _lines;

    /// <summary>A line looks like a street or a town.</summary>
    public bool HasAddress { get; private set; }

    /// <summary>A line has a telephone number or an address on the internet.</summary>
    public bool HasContact { get; private set; }

    /// <summary>A line has a legal form such as "Ltd".</summary>
    public bool HasLegalForm { get; private set; }

    /// <summary>How many blocks with an address begin above this one on the pages.</summary>
    public int AddressesAbove { get; private set; }

    /// <summary>The block of every line, by its index.</summary>
    public static TextBlock[] Of(IReadOnlyList<PageLine> lines)
    {
        var blocks = new TextBlock[lines.Count];
        var all = new List<TextBlock>();
        foreach (var line in lines.OrderBy(line => line.Row))
        {
            if (line.Above is { } above && ReferenceEquals(blocks[above.Index]._lines[^1], above) && Continues(above, line))
            {
                blocks[line.Index] = blocks[above.Index];
                blocks[line.Index]._lines.Add(line);
            }
            else
            {
                all.Add(blocks[line.Index] = new(line));
            }
        }

        var addresses = 0;
        foreach (var block in all)
        {
            block.Describe();
            block.AddressesAbove = addresses;
            addresses += block.HasAddress ? 1 : 0;
        }

        return blocks;
    }

    /// <summary>How many lines of the block stand above the line.</summary>
    public int PositionOf(PageLine line) => _lines.IndexOf(line);

    void Describe()
    {
        foreach (var line in _lines)
        {
            HasAddress |= line.Traits.AddressScore >= AddressFrom;
            HasContact |= line.Traits.HasPhone || line.Traits.HasInternet;
            HasLegalForm |= line.Traits.LegalForms > 0;
        }
    }

    static bool Continues(PageLine above, PageLine line)
    {
        var tolerance = MathF.Max(above.Box.Height, line.Box.Height);
        return above.IsCloselyAbove(line, LargestGapInHeights)
            && (MathF.Abs(above.Box.X - line.Box.X) < tolerance
                || MathF.Abs(above.Box.Right - line.Box.Right) < tolerance
                || MathF.Abs(above.Box.X + above.Box.Right - line.Box.X - line.Box.Right) < 2 * tolerance);
    }
}
