using AspireMl.Modeling.Documents.Ocr;

namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>The lines of a document, each knowing its neighbours; made once for all questions about it.</summary>
internal sealed class PageLayout
{
    const float SameRowOverlap = 0.5f;

    PageLayout(PageLine[] lines, float medianHeight)
    {
        Lines = lines;
        MedianHeight = medianHeight;
        Amounts = AmountTable.Of(lines);
        Labels = new(lines);
        Words = [.. lines.SelectMany(line => line.Label.Words)];
        Rows = RowTraits.Of(lines);
        Places = LabelPlaces.Of(lines, Rows.Length);
        Blocks = TextBlock.Of(lines);
        Repeats = new(lines);
    }

    /// <summary>Lines in reading order.</summary>
    public PageLine[] Lines { get; }

    /// <summary>Median height of the lines as a share of the page.</summary>
    public float MedianHeight { get; }

    /// <summary>The sums of money on the pages.</summary>
    public AmountTable Amounts { get; }

    /// <summary>The labels on the pages.</summary>
    public LabelTable Labels { get; }

    /// <summary>All words in the form in which labels are compared.</summary>
    public HashSet<string> Words { get; }

    /// <summary>The visual rows.</summary>
    public RowTraits[] Rows { get; }

    /// <summary>Where labels stand to their values around each row.</summary>
    public LabelPlaces[] Places { get; }

    /// <summary>The block of every line, by its index.</summary>
    public TextBlock[] Blocks { get; }

    /// <summary>Which words stand on the pages again.</summary>
    public WordTable Repeats { get; }

    /// <summary>Reads the layout of a document.</summary>
    public static PageLayout Of(OcrDocument document)
    {
        var lines = new List<PageLine>();
        var rows = 0;
        foreach (var page in document.Pages)
        {
            var first = lines.Count;
            var slant = PageSlant.Of(page);
            foreach (var line in LineMerger.Merge([.. page.Lines.Select(slant.Level)]))
            {
                var box = line.Box;
                lines.Add(new(lines.Count, page.Number, line, slant, new(box.X / page.Width, box.Y / page.Height, box.Width / page.Width, box.Height / page.Height)));
            }

            var ofPage = lines[first..];
            rows = LinkRows(ofPage, rows);
            LinkColumns(ofPage);
        }

        var heights = lines.Select(line => line.Relative.Height).Order().ToArray();
        return new([.. lines], heights.Length > 0 ? heights[heights.Length / 2] : 0);
    }

    static int LinkRows(List<PageLine> lines, int row)
    {
        var byTop = lines.OrderBy(line => line.Box.CentreY).ToList();
        for (var i = 0; i < byTop.Count;)
        {
            var members = new List<PageLine> { byTop[i++] };
            while (i < byTop.Count && Overlap(members[^1].Box.Y, members[^1].Box.Bottom, byTop[i].Box.Y, byTop[i].Box.Bottom) >= SameRowOverlap)
            {
                members.Add(byTop[i++]);
            }

            members.Sort((a, b) => a.Box.X.CompareTo(b.Box.X));
            for (var j = 0; j < members.Count; j++)
            {
                members[j].Row = row;
                members[j].Right = j + 1 < members.Count ? members[j + 1] : null;
                members[j].Left = members[..j].FindLast(line => line.Traits.Letters + line.Traits.Digits > 0);
            }

            row++;
        }

        return row;
    }

    static void LinkColumns(List<PageLine> lines)
    {
        foreach (var line in lines)
        {
            var above = float.MinValue;
            var below = float.MaxValue;
            foreach (var other in lines)
            {
                if (other.Row == line.Row || MathF.Min(line.Box.Right, other.Box.Right) <= MathF.Max(line.Box.X, other.Box.X))
                {
                    continue;
                }

                if (other.Row < line.Row && other.Box.Bottom > above)
                {
                    (above, line.Above) = (other.Box.Bottom, other);
                }
                else if (other.Row > line.Row && other.Box.Y < below)
                {
                    (below, line.Below) = (other.Box.Y, other);
                }
            }
        }
    }

    /// <summary>Overlap of two intervals as a share of the shorter one.</summary>
    static float Overlap(float start, float end, float otherStart, float otherEnd)
    {
        var shorter = MathF.Max(1, MathF.Min(end - start, otherEnd - otherStart));
        return (MathF.Min(end, otherEnd) - MathF.Max(start, otherStart)) / shorter;
    }
}
