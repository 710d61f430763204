using AspireMl.Retraining.Worker.SpanReader.Generation.Layout;
using AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Kinds;

/// <summary>The slip of a card terminal: hardly any items, many numbers, one amount.</summary>
internal sealed class CardSlipTemplate : Template
{
    static readonly string[] Numbers =
        ["till", "card-no", "auth-code", "merchant-no", "trace-no", "batch", "receipt-no", "pay-method", "card-type", "entry-mode", "cashier", "table-no", "app-id", "store-no"];

    public override string Kind => "card-slip";

    public override IReadOnlyList<string> Nouns => ["slip", "receipt", "card slip", "document"];

    public override int Layouts => 50;

    public override double PaperWidth(Draft draft) => 160 + (draft.Style.Picks % 60);

    public override double PaperHeight(Draft draft) => 180;

    public override void Compose(Draft draft)
    {
        var (dice, style) = (draft.Dice, draft.Style);
        draft.AllCaps |= dice.Chance(0.6);
        var area = new Area(8, 12, PaperWidth(draft) - 16);
        area = area.At(new SlipHead(draft).Write(area) + 6);
        draft.Canvas.Write(area, draft.Print(Phrases.Draw("card-titles", dice)), style.Text, Align.Centre);
        area = area.At(area.Y + style.Text.LineHeight + 4);
        area = area.At(new SlipMeta(draft).Write(area, Numbers) + 6);
        area = area.At(WriteAmounts(draft, area) + 6);
        area = area.At(Block(draft).Write(area, draft.Pairs(dice.Sample(Numbers, dice.Between(1, 5))), Shape(style.Footer)));
        draft.Canvas.Write(area.At(area.Y + 6), draft.Print(Phrases.Draw("thanks", dice)), style.Text, Align.Centre);
    }

    static double WriteAmounts(Draft draft, Area area)
    {
        var dice = draft.Dice;
        var sum = draft.Money.Round((decimal)Math.Exp(dice.Between(1.5, 6)));
        var tip = dice.Chance(0.35) ? draft.Money.Round(sum / 10) : 0;
        Pair?[] rows =
        [
            tip > 0 ? draft.Pair("subtotal", draft.MarkedAmount(sum)) : null,
            tip > 0 ? draft.Pair("tip", draft.MarkedAmount(tip)) : null,
            draft.Pair("total", draft.MarkedAmount(sum + tip)),
        ];
        return Block(draft).Write(area, [.. rows.OfType<Pair>()], draft.Style.Totals);
    }

    static KeyValueBlock Block(Draft draft) => new(draft.Canvas, draft.Style.Text, draft.Style.Text, draft.Style.Colon, Math.Min(draft.Style.Gap, 14), draft.Style.IsTight);

    static KeyValueShape Shape(KeyValueShape wanted) => wanted is KeyValueShape.Grid or KeyValueShape.TwoColumns or KeyValueShape.Below ? KeyValueShape.Inline : wanted;
}
