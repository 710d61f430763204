using AspireMl.Retraining.Worker.SpanReader.Generation.Layout;
using AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Kinds;

/// <summary>A certificate of insurance: policy, insured, sums and dates in blocks, with running text between.</summary>
internal sealed class InsuranceTemplate : Template
{
    static readonly string[] Facts =
        ["policy-no", "insured", "risk", "sum-insured", "excess", "premium", "cover-from", "cover-to", "broker", "insured-object", "endorsement", "instalment", "claims-phone"];

    public override string Kind => "insurance-certificate";

    public override bool IsOfTrade => false;

    public override IReadOnlyList<string> Nouns => ["certificate", "policy", "insurance certificate", "document"];

    public override GenerationSplit Split => GenerationSplit.Heldout;

    public override void Compose(Draft draft)
    {
        var (dice, style) = (draft.Dice, draft.Style);
        var page = new BusinessPage(draft, PaperWidth(draft));
        var area = page.Body.At(page.Below(new Issuer(draft).WriteTop(page.Body)));
        area = page.WriteTitle(area, Phrases.Draw("insurance-titles", dice), style.MetaAtRight ? Align.Centre : Align.Left);
        area = Paragraph(draft, area, "insurance-sentences");
        foreach (var concepts in dice.Shuffled(["date", "policy-no", "insured", .. dice.Sample(Facts.Skip(2), dice.Between(4, 9))]).Chunk(6))
        {
            var shape = dice.Chance(0.7) ? style.Meta : style.Footer;
            area = area.At(page.Below(KeyValueBlock.Of(draft).Write(area, draft.Pairs(concepts), shape)));
        }

        area = Paragraph(draft, area, "fillers");
        draft.Canvas.Write(area, draft.Print(Phrases.Draw("closings", dice)), style.Text);
        area = area.At(area.Y + (style.Text.LineHeight * dice.Between(1, 3)));
        draft.Canvas.Write(area, draft.State("signatory", draft.Print(draft.Vendor.Contact)), style.Text, Align.Left, answer: true);
        new Issuer(draft).WriteFoot(area.At(Math.Max(area.Y + 30, PaperHeight(draft) - 70)));
    }

    static Area Paragraph(Draft draft, Area area, string list)
    {
        var text = draft.Print(string.Join(' ', draft.Dice.Sample(Phrases.Of(list), 2).Select(line => Vocabulary.Pattern.Fill(line, draft.Dice))));
        return area.At(draft.Canvas.WriteLines(area, PageCanvas.Wrap(text, draft.Style.Text, area.Width), draft.Style.Text) + draft.Style.BlockGap);
    }
}
