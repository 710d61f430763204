using AspireMl.Retraining.Worker.SpanReader.Generation.Layout;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;

/// <summary>What fills a business page besides its body.</summary>
/// <param name="Titles">The list of titles in the phrases.</param>
/// <param name="Number">The concept of the document's own number.</param>
/// <param name="Date">The concept of its date.</param>
/// <param name="Meta">Further concepts of the head, of which some are printed, the first one most often.</param>
/// <param name="Roles">Whose addresses are shown.</param>
internal sealed record PageHead(string Titles, string Number, string Date, IReadOnlyList<string> Meta, IReadOnlyList<string> Roles);

/// <summary>The head of a business page in four arrangements: issuer, title, numbers and dates, addresses.</summary>
internal sealed class BusinessPage(Draft draft, double width)
{
    public Area Body => new(draft.Style.Margin, draft.Style.Margin, width - (2 * draft.Style.Margin));

    /// <summary>Prints the head and returns the area under it.</summary>
    public Area WriteHead(PageHead head)
    {
        var (style, area) = (draft.Style, Body);
        var meta = Meta(head);
        var y = style.Order switch
        {
            0 => SideBySide(Title(area.At(Below(new Issuer(draft).WriteTop(area))), head), head, meta),
            1 => IssuerBesideTitle(area, head, meta),
            2 => Stacked(area, head, meta),
            _ => PartiesFirst(area, head, meta),
        };
        return area.At(Below(y));
    }

    /// <summary>Prints a title of its own, for a page without the usual head, and returns the area under it.</summary>
    public Area WriteTitle(Area area, string title, Align align = Align.Left)
    {
        var run = draft.Canvas.Write(area, draft.Print(title), draft.Style.Title, align);
        return area.At(Below(area.Y + run.Font.LineHeight));
    }

    /// <summary>Prints labelled pairs across or in a column, as the template's foot does.</summary>
    public Area WritePairs(Area area, IEnumerable<string> concepts)
    {
        var style = draft.Style;
        var wide = style.Footer is KeyValueShape.Grid or KeyValueShape.TwoColumns;
        var block = KeyValueBlock.Of(draft);
        return area.At(Below(block.Write(wide ? area : area.Left(0.6), draft.Pairs(concepts), style.Footer)));
    }

    public Area WriteNotes(Area area, string list, int most)
    {
        foreach (var _ in Enumerable.Range(0, draft.Dice.Between(0, most)))
        {
            area = area.At(draft.Canvas.WriteLines(area, PageCanvas.Wrap(draft.Print(Phrases.Draw(list, draft.Dice)), draft.Style.Small, area.Width), draft.Style.Small));
        }

        return area;
    }

    public double Below(double y) => y + draft.Style.BlockGap;

    Pair[] Meta(PageHead head)
    {
        var dice = draft.Dice;
        var usual = head.Meta.Take(dice.Chance(0.5) ? 1 : 0);
        var concepts = usual.Concat(dice.Sample(head.Meta.Skip(1), dice.Between(1, Math.Min(6, head.Meta.Count - 1)))).ToList();
        concepts.Insert(dice.Below(2), head.Date);
        concepts.Insert(dice.Below(3), head.Number);
        return draft.Pairs(concepts);
    }

    double SideBySide(Area area, PageHead head, Pair[] meta)
    {
        var reversed = draft.Style.MetaAtRight;
        var metaArea = reversed ? area.RightPart(0.42) : area.Left(0.42);
        var partyArea = reversed ? area.Left(0.54) : area.RightPart(0.54);
        return Math.Max(WriteMeta(metaArea, meta, narrow: true), new Parties(draft).Write(partyArea, head.Roles));
    }

    double IssuerBesideTitle(Area area, PageHead head, Pair[] meta)
    {
        var reversed = draft.Style.MetaAtRight;
        var left = new Issuer(draft).WriteTop(reversed ? area.Left(0.52) : area.RightPart(0.52));
        var titled = Title(reversed ? area.RightPart(0.44) : area.Left(0.44), head);
        var y = Math.Max(left, WriteMeta(titled, meta, narrow: true));
        return new Parties(draft).Write(area.At(Below(y)), head.Roles);
    }

    double Stacked(Area area, PageHead head, Pair[] meta)
    {
        var y = new Issuer(draft).WriteTop(Title(area, head));
        y = WriteMeta(area.At(Below(y)), meta, narrow: false);
        return new Parties(draft).Write(area.At(Below(y)), head.Roles);
    }

    double PartiesFirst(Area area, PageHead head, Pair[] meta)
    {
        var y = Below(new Issuer(draft).WriteTop(area));
        y = Below(new Parties(draft).Write(area.At(y), head.Roles));
        return WriteMeta(Title(area.At(y), head), meta, narrow: false);
    }

    Area Title(Area area, PageHead head)
    {
        var style = draft.Style;
        var align = ((style.Picks >> 3) % 3) switch { 0 => Align.Left, 1 => Align.Right, _ => Align.Centre };
        var run = draft.Canvas.Write(area, draft.Print(Phrases.Draw(head.Titles, draft.Dice)), style.Title, align);
        return area.At(area.Y + run.Font.LineHeight + (style.BlockGap / 3));
    }

    double WriteMeta(Area area, Pair[] meta, bool narrow)
    {
        var style = draft.Style;
        var shape = narrow && style.Meta is KeyValueShape.TwoColumns or KeyValueShape.Dotted ? KeyValueShape.Tabbed : style.Meta;
        var at = narrow || shape is KeyValueShape.Grid or KeyValueShape.TwoColumns ? area : style.MetaAtRight ? area.RightPart(0.5) : area.Left(0.5);
        return new KeyValueBlock(draft.Canvas, style.Labels, style.Text, style.Colon, Math.Min(style.Gap, at.Width / 8), style.IsTight).Write(at, meta, shape);
    }
}
