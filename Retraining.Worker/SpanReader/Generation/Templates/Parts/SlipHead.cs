using AspireMl.Retraining.Worker.SpanReader.Generation.Layout;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;

/// <summary>The head of a till slip: name, number, address, telephone and tax number, mostly centred.</summary>
internal sealed class SlipHead(Draft draft)
{
    public double Write(Area area)
    {
        var (dice, style) = (draft.Dice, draft.Style);
        var align = style.Picks % 5 == 0 ? Align.Left : Align.Centre;
        var name = draft.Print(draft.Vendor.Name);
        if (dice.Chance(0.12))
        {
            area = Line(area, name.Split(' ')[0], style.Title.Scaled(0.8), align);
        }

        if (dice.Chance(0.1))
        {
            area = Line(area, Phrases.Draw("thanks", dice), style.Text, align);
        }

        var wrapped = PageCanvas.Wrap(name, style.Strong.Scaled(1.1), area.Width);
        draft.State("company", name);
        var y = draft.Canvas.WriteLines(area, wrapped, style.Strong.Scaled(1.1), align, answer: true);
        area = area.At(y);
        if (dice.Chance(0.35))
        {
            var number = draft.Print(draft.Vendor.RegNo);
            area = Line(area, number[0] == '(' || dice.Chance(0.3) ? number : $"({number})", style.Text, align);
        }

        area = area.At(Address(area, align));
        var contacts = dice.Sample(["phone", "phone", "fax", "tax-id", "tax-id", "email", "company-reg-no", "website", "mobile"], dice.Between(1, 4)).Distinct();
        var joined = dice.Chance(0.2);
        var texts = draft.Pairs(contacts).Select(pair => $"{pair.Label}{Colon(dice)}{pair.Value[0]}").ToArray();
        return draft.Canvas.WriteLines(area, joined ? texts.Chunk(2).Select(two => string.Join("  ", two)) : texts, style.Text, align, answer: true);
    }

    string Colon(Dice dice) => dice.Pick([draft.Style.Colon + " ", draft.Style.Colon + " ", ":", " : ", ": ", " "]);

    Area Line(Area area, string text, Font font, Align align)
    {
        draft.Canvas.Write(area, draft.Print(text), font, align);
        return area.At(area.Y + font.LineHeight);
    }

    double Address(Area area, Align align)
    {
        var lines = draft.Vendor.Address.Select(draft.Print).SelectMany(line => PageCanvas.Wrap(line, draft.Style.Text, area.Width)).ToArray();
        draft.State("address", string.Join(' ', lines));
        return draft.Canvas.WriteLines(area, lines, draft.Style.Text, align, answer: true);
    }
}
