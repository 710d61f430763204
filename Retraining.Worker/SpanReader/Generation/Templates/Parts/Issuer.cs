using AspireMl.Retraining.Worker.SpanReader.Generation.Layout;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;

/// <summary>The issuer's name, address and ways to reach it, in the template's place.</summary>
internal sealed class Issuer(Draft draft)
{
    static readonly string[] Contacts = ["phone", "fax", "mobile", "email", "website", "tax-id", "company-reg-no"];

    Font Name => draft.Style.Strong.Scaled(1 + (draft.Style.Picks % 8 * 0.1));

    /// <summary>Prints what belongs at the top and returns where the next block may start.</summary>
    public double WriteTop(Area area)
    {
        var place = draft.Style.Issuer;
        var align = place switch
        {
            IssuerPlace.TopRight => Align.Right,
            IssuerPlace.TopCentre => Align.Centre,
            _ => Align.Left,
        };
        var y = WriteName(area, align);
        if (place == IssuerPlace.NameTopRestBottom)
        {
            return y;
        }

        y = WriteAddress(area.At(y), align, oneLine: place == IssuerPlace.TopLine);
        return WriteContacts(area.At(y), align);
    }

    /// <summary>Prints what belongs at the foot of the page, if anything does.</summary>
    public double WriteFoot(Area area)
    {
        if (draft.Style.Issuer != IssuerPlace.NameTopRestBottom)
        {
            return area.Y;
        }

        if (draft.Style.Order % 2 == 0)
        {
            return WriteContacts(area.At(WriteAddress(area, Align.Left, oneLine: true)), Align.Left);
        }

        var left = area.Column(0, 3);
        draft.Canvas.Write(left, draft.Print(draft.Vendor.Name), draft.Style.Small);
        var y = WriteAddress(left.At(area.Y + draft.Style.Small.LineHeight), Align.Left, oneLine: false);
        return Math.Max(y, WriteContacts(area.RightPart(0.6), Align.Left));
    }

    double WriteName(Area area, Align align)
    {
        var (dice, name) = (draft.Dice, draft.Print(draft.Vendor.Name));
        if (dice.Chance(0.08))
        {
            // A logo shows the first word alone.
            draft.Canvas.Write(area, draft.Print(name.Split(' ')[0]), draft.Style.Title, align);
            area = area.At(area.Y + draft.Style.Title.LineHeight);
        }

        var run = draft.Canvas.Write(area, draft.State("company", name), Name, align, answer: true);
        var y = area.Y + run.Font.LineHeight;
        if (dice.Chance(0.12))
        {
            draft.Canvas.Write(area.At(y), draft.Print(dice.Pick(Phrases.Of("taglines"))), draft.Style.Small, align);
            y += draft.Style.Small.LineHeight;
        }

        if (dice.Chance(0.12))
        {
            var number = draft.State("company-reg-no", draft.Print(draft.Vendor.RegNo));
            draft.Canvas.Write(area.At(y), dice.Chance(0.5) && number[0] != '(' ? $"({number})" : number, draft.Style.Small, align, answer: true);
            y += draft.Style.Small.LineHeight;
        }

        return y;
    }

    double WriteAddress(Area area, Align align, bool oneLine)
    {
        var lines = draft.Vendor.Address.Select(draft.Print).ToArray();
        if (oneLine)
        {
            var text = string.Join(", ", lines.Select(line => line.TrimEnd(',')));
            lines = [.. PageCanvas.Wrap(text, draft.Style.Text, area.Width)];
        }

        draft.State("address", string.Join(' ', lines));
        return draft.Canvas.WriteLines(area, lines, draft.Style.Text, align, answer: true);
    }

    double WriteContacts(Area area, Align align)
    {
        var (dice, style) = (draft.Dice, draft.Style);
        var concepts = dice.Sample(Contacts, dice.Between(1, 5)).ToArray();
        var bare = dice.Chance(0.12);
        var pairs = draft.Pairs(concepts);
        if (align == Align.Left && dice.Chance(0.4))
        {
            var shape = style.Picks % 3 == 0 ? KeyValueShape.Tabbed : style.Picks % 3 == 1 ? KeyValueShape.ColonColumn : KeyValueShape.Inline;
            return new KeyValueBlock(draft.Canvas, style.Text, style.Text, style.Colon, style.Gap, style.IsTight).Write(area, pairs, shape);
        }

        var y = area.Y;
        foreach (var row in pairs.Chunk(dice.Chance(0.35) ? 2 : 1))
        {
            var colon = style.Colon.Length == 0 && dice.Chance(0.5) ? ":" : style.Colon;
            var text = string.Join(dice.Pick(["  ", " | ", " - ", "   "]), row.Select(pair => bare ? pair.Value[0] : $"{pair.Label}{colon} {pair.Value[0]}"));
            draft.Canvas.Write(area.At(y), text, style.Text, align, answer: true);
            y += style.Text.LineHeight;
        }

        return y;
    }
}
