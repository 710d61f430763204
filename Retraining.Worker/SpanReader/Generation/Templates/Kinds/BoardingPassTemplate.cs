using AspireMl.Retraining.Worker.SpanReader.Generation.Layout;
using AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Kinds;

/// <summary>A boarding pass or ticket: a wide card of small cells, some repeated on the stub.</summary>
internal sealed class BoardingPassTemplate : Template
{
    static readonly string[] Cells =
        ["flight", "gate", "seat", "boarding-time", "departure-time", "travel-class", "coach", "platform", "booking-no", "ticket-no", "bag-count", "fare"];

    public override string Kind => "boarding-pass";

    public override bool IsForPerson => true;

    public override IReadOnlyList<string> Nouns => ["boarding pass", "ticket", "document"];

    public override GenerationSplit Split => GenerationSplit.Heldout;

    public override double PaperWidth(Draft draft) => 420 + (draft.Style.Picks % 120);

    public override double PaperHeight(Draft draft) => 200;

    public override void Compose(Draft draft)
    {
        var (dice, style) = (draft.Dice, draft.Style);
        draft.AllCaps |= dice.Chance(0.4);
        var area = new Area(18, 16, PaperWidth(draft) - 36);
        draft.Canvas.Write(area.Left(0.6), draft.State("company", draft.Print(draft.Vendor.Name)), style.Strong.Scaled(1.3), Align.Left, answer: true);
        draft.Canvas.Write(area.RightPart(0.36), draft.Print(Phrases.Draw("ticket-titles", dice)), style.Strong, Align.Right);
        area = area.At(area.Y + (style.Strong.LineHeight * 1.6));
        var shape = style.Picks % 3 == 0 ? KeyValueShape.TwoColumns : KeyValueShape.Grid;
        var block = new KeyValueBlock(draft.Canvas, style.Labels.Scaled(0.85), style.Strong, style.Colon, 12);
        area = area.At(block.Write(area, draft.Pairs("passenger", "place-from", "place-to"), shape) + 6);
        area = area.At(block.Write(area, draft.Pairs(["travel-date", .. dice.Sample(Cells, dice.Between(4, 8))]), shape) + 8);
        draft.Canvas.Write(area, draft.Print(Phrases.Draw("ticket-notes", dice)), style.Small);
    }
}
