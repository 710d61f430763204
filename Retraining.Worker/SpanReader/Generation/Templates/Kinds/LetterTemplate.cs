using AspireMl.Retraining.Worker.SpanReader.Generation.Countries;
using AspireMl.Retraining.Worker.SpanReader.Generation.Layout;
using AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;
using AspireMl.Retraining.Worker.SpanReader.Generation.Vocabulary;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Kinds;

/// <summary>A letter: what is asked for stands in the head, in the subject, in a sentence, or under the signature.</summary>
internal sealed class LetterTemplate : Template
{
    static readonly string[] References = ["reference", "your-reference", "customer-no", "contract-no", "case-no", "contact", "phone", "email"];

    public override string Kind => "letter";

    public override bool IsOfTrade => false;

    public override IReadOnlyList<string> Nouns => ["letter", "letter", "document", "message"];

    public override int Weight => 3;

    public override void Compose(Draft draft)
    {
        var (dice, style) = (draft.Dice, draft.Style);
        var page = new BusinessPage(draft, PaperWidth(draft));
        var area = page.Body.At(page.Below(new Issuer(draft).WriteTop(page.Body)));
        draft.State("sender", draft.Print(draft.Vendor.Name));
        area = style.Order == 1 ? Dated(draft, page, Recipient(draft, page, area)) : style.Order == 2 ? Recipient(draft, page, Dated(draft, page, area)) : DateBesideRecipient(draft, page, area);
        if (dice.Chance(0.5))
        {
            area = page.WritePairs(area, dice.Sample(References, dice.Between(1, 4)));
        }

        area = Subject(draft, page, area);
        area = Paragraphs(draft, page, area);
        Signature(draft, page, area);
    }

    static Area Recipient(Draft draft, BusinessPage page, Area area)
    {
        var name = draft.State("recipient", draft.Print(draft.Customer.Name));
        var lines = draft.Customer.Address.Select(draft.Print).ToArray();
        draft.State("customer-address", string.Join(' ', lines));
        return area.At(page.Below(draft.Canvas.WriteLines(area.Left(0.5), [name, .. lines], draft.Style.Text, Align.Left, answer: true)));
    }

    static Area Dated(Draft draft, BusinessPage page, Area area)
    {
        var city = draft.Vendor.Country["cities"][0].Split('|')[0];
        var date = draft.State("date", draft.Date(draft.Issued));
        var text = draft.Dice.Below(4) switch { 0 => $"{draft.Print(city)}, {date}", 1 => $"{draft.Cased("Date")}: {date}", _ => date };
        draft.Canvas.Write(area, text, draft.Style.Text, draft.Style.MetaAtRight ? Align.Right : Align.Left, answer: true);
        return area.At(page.Below(area.Y + draft.Style.Text.LineHeight));
    }

    static Area DateBesideRecipient(Draft draft, BusinessPage page, Area area)
    {
        var right = Dated(draft, page, area.RightPart(0.4));
        return area.At(Math.Max(right.Y, Recipient(draft, page, area).Y));
    }

    static Area Subject(Draft draft, BusinessPage page, Area area)
    {
        var (dice, style) = (draft.Dice, draft.Style);
        if (dice.Chance(0.15))
        {
            return area;
        }

        var subject = draft.Print(Phrases.Draw("subjects", dice));
        var before = dice.Pick(["Subject: ", "Re: ", "RE: ", "", "", ""]);
        var lines = PageCanvas.Wrap(subject, style.Strong, area.Width * 0.8);
        draft.State("subject", subject);
        draft.Canvas.WriteLines(area, [before + lines[0], .. lines.Skip(1)], style.Strong, Align.Left, answer: true);
        return area.At(page.Below(area.Y + (lines.Count * style.Strong.LineHeight)));
    }

    static Area Paragraphs(Draft draft, BusinessPage page, Area area)
    {
        var (dice, style) = (draft.Dice, draft.Style);
        draft.Canvas.Write(area, draft.Print(Phrases.Draw("salutations", dice).Replace("NAME", draft.Customer.Name, StringComparison.Ordinal)), style.Text);
        area = area.At(page.Below(area.Y + style.Text.LineHeight));
        var wanted = dice.Sample(Phrases.Of("sentences"), dice.Between(2, 5)).Select(sentence => new Sentence(draft, sentence).Text);
        var fillers = dice.Sample(Phrases.Of("fillers"), dice.Between(2, 6)).Select(filler => Pattern.Fill(filler, dice));
        foreach (var paragraph in dice.Shuffled(wanted.Concat(fillers)).Chunk(dice.Between(1, 3)))
        {
            var y = draft.Canvas.WriteLines(area, PageCanvas.Wrap(draft.Print(string.Join(' ', paragraph)), style.Text, area.Width), style.Text, Align.Left, answer: true);
            area = area.At(y + (style.BlockGap / 2));
        }

        return area;
    }

    static void Signature(Draft draft, BusinessPage page, Area area)
    {
        var (dice, style) = (draft.Dice, draft.Style);
        draft.Canvas.Write(area, draft.Print(Phrases.Draw("closings", dice)), style.Text);
        var name = draft.State("signatory", draft.Print(PartyMaker.PersonName(draft.Country, dice)));
        var y = area.Y + (style.Text.LineHeight * dice.Between(1, 3));
        y = draft.Canvas.WriteLines(area.At(y), [name, draft.Print(Phrases.Draw("job-titles", dice))], style.Text, Align.Left, answer: true);
        y = dice.Chance(0.3) ? page.WriteNotes(area.At(y), "letter-notes", 2).Y : y;
        new Issuer(draft).WriteFoot(area.At(Math.Max(page.Below(y), 842 - 70)));
    }
}
