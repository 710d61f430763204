using AspireMl.Retraining.Worker.SpanReader.Generation.Countries;
using AspireMl.Retraining.Worker.SpanReader.Generation.Layout;
using AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;
using AspireMl.Retraining.Worker.SpanReader.Generation.Vocabulary;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Kinds;

/// <summary>A memo, fax or printed e-mail: to, from, date and subject as labels, then text.</summary>
internal sealed class MemoTemplate : Template
{
    public override string Kind => "memo";

    public override bool IsOfTrade => false;

    public override IReadOnlyList<string> Nouns => ["memo", "message", "fax", "document"];

    public override void Compose(Draft draft)
    {
        var (dice, style) = (draft.Dice, draft.Style);
        var page = new BusinessPage(draft, PaperWidth(draft));
        var area = page.Body;
        if (style.Picks % 2 == 0)
        {
            area = area.At(page.Below(new Issuer(draft).WriteTop(area)));
        }

        area = page.WriteTitle(area, Phrases.Draw("memo-titles", dice), style.MetaAtRight ? Align.Left : Align.Centre);
        var pairs = new List<Pair?>
        {
            draft.Pair("recipient", PartyMaker.PersonName(draft.Country, dice)),
            draft.Pair("sender", PartyMaker.PersonName(draft.Country, dice)),
            draft.Pair("date"),
            draft.Pair("subject", Phrases.Draw("subjects", dice)),
        };
        pairs.AddRange(draft.Pairs(dice.Sample(["copy-to", "page-no", "reference", "fax", "phone", "priority", "department", "project", "case-no"], dice.Below(4))));
        var shown = dice.Chance(0.5) ? pairs.OfType<Pair>().ToArray() : dice.Shuffled(pairs.OfType<Pair>());
        var shape = style.Meta is KeyValueShape.Grid or KeyValueShape.Below or KeyValueShape.Dotted ? KeyValueShape.Tabbed : style.Meta;
        area = area.At(page.Below(KeyValueBlock.Of(draft).Write(area, shown, shape)));
        WriteText(draft, area);
    }

    static void WriteText(Draft draft, Area area)
    {
        var (dice, style) = (draft.Dice, draft.Style);
        var wanted = dice.Sample(Phrases.Of("sentences"), dice.Between(1, 4)).Select(sentence => new Sentence(draft, sentence).Text);
        var fillers = dice.Sample(Phrases.Of("fillers"), dice.Between(1, 4)).Select(filler => Pattern.Fill(filler, dice));
        foreach (var paragraph in dice.Shuffled(wanted.Concat(fillers)).Chunk(dice.Between(1, 3)))
        {
            var lines = PageCanvas.Wrap(draft.Print(string.Join(' ', paragraph)), style.Text, area.Width);
            area = area.At(draft.Canvas.WriteLines(area, lines, style.Text, Align.Left, answer: true) + (style.BlockGap / 2));
        }
    }
}
