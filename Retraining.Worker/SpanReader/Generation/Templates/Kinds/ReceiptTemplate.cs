using AspireMl.Retraining.Worker.SpanReader.Generation.Layout;
using AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Kinds;

/// <summary>A till slip: narrow paper, issuer on top, items, totals, money given and returned, thanks.</summary>
internal sealed class ReceiptTemplate : Template
{
    static readonly string[] Meta =
        ["receipt-no", "cashier", "till", "table-no", "guests", "store-no", "customer-no", "member-no", "salesperson", "order-no", "print-time", "pay-method", "customer-name"];

    static readonly string[] Tail = ["auth-code", "item-count", "points", "survey", "member-no", "opening-hours", "pay-method", "reference", "phone", "website"];

    public override string Kind => "receipt";

    public override IReadOnlyList<string> Nouns => ["receipt", "receipt", "receipt", "bill", "slip", "document"];

    public override int Weight => 5;

    public override int Layouts => 120;

    public override double PaperWidth(Draft draft) => 180 + (draft.Style.Picks % 90);

    public override double PaperHeight(Draft draft) => 200;

    public override void Compose(Draft draft)
    {
        var (dice, style, margin) = (draft.Dice, draft.Style, 8.0);
        draft.AllCaps |= dice.Chance(0.5);
        var area = new Area(margin, 12, PaperWidth(draft) - (2 * margin));
        area = area.At(new SlipHead(draft).Write(area) + (style.BlockGap / 3));
        var titled = dice.Chance(0.7);
        if (titled && style.Order != 3)
        {
            area = Centred(draft, area, Phrases.Draw("receipt-titles", dice));
        }

        area = area.At(new SlipMeta(draft).Write(area, Meta) + (style.BlockGap / 4));
        var basket = Basket.Draw(draft, 1, dice.Chance(0.2) ? 18 : 7, 120, 12);
        area = area.At(new SlipItems(draft, basket).Write(area) + (style.BlockGap / 4));
        area = area.At(WriteTotals(draft, basket, area) + (style.BlockGap / 3));
        area = area.At(new SlipTail(draft, basket).Write(area, Tail));
        foreach (var _ in Enumerable.Range(0, dice.Between(0, 3)))
        {
            area = Centred(draft, area, Phrases.Draw(dice.Chance(0.4) ? "thanks" : "returns", dice));
        }
    }

    static Area Centred(Draft draft, Area area, string text)
    {
        draft.Canvas.Write(area, draft.Print(text), draft.Style.Text, Align.Centre);
        return area.At(area.Y + draft.Style.Text.LineHeight + (draft.Style.RowGap / 2));
    }

    static double WriteTotals(Draft draft, Basket basket, Area area)
    {
        var style = draft.Style;
        var totals = new Totals(draft, basket).Sum(discount: 0.15, shipping: 0, service: 0.1, rounding: 0.25).Close(paid: 0);
        if (draft.Dice.Chance(0.7))
        {
            totals.Tendered();
        }

        var at = style.Totals is KeyValueShape.Inline or KeyValueShape.Tabbed && style.TotalsAtLeft ? area : area.RightPart(draft.Style.Order == 0 ? 1 : 0.8);
        return totals.Write(at, style.Totals, style.Order == 1 ? 1.25 : 1);
    }
}
