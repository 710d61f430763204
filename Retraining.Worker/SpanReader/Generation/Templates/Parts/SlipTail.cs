using System.Globalization;
using AspireMl.Retraining.Worker.SpanReader.Generation.Layout;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;

/// <summary>What follows the totals of a till slip: a summary of taxes, numbers of the card payment, loyalty points.</summary>
internal sealed class SlipTail(Draft draft, Basket basket)
{
    public double Write(Area area, IReadOnlyList<string> pool)
    {
        var (dice, style) = (draft.Dice, draft.Style);
        var pairs = draft.Pairs(dice.Sample(pool, dice.Below(4)));
        var shape = style.Footer is KeyValueShape.Above or KeyValueShape.Below or KeyValueShape.Grid or KeyValueShape.TwoColumns ? KeyValueShape.Inline : style.Footer;
        var y = new KeyValueBlock(draft.Canvas, style.Text, style.Text, style.Colon, Math.Min(style.Gap, 16), style.IsTight).Write(area, pairs, shape);
        return dice.Chance(0.3) && basket.TaxRate > 0 ? TaxSummary(area.At(y + 6)) : y;
    }

    double TaxSummary(Area area)
    {
        var (dice, style) = (draft.Dice, draft.Style);
        var tax = draft.Money.Round(basket.Gross * basket.TaxRate / (basket.TaxIncluded ? 100 + basket.TaxRate : 100));
        var net = basket.TaxIncluded ? basket.Gross - tax : basket.Gross;
        var name = draft.Country["tax-names"][0];
        draft.Canvas.Write(area, draft.Print($"{name} Summary"), style.Text);
        TableColumn[] columns =
        [
            new(draft.Cased(dice.Pick(["Code", "Tax code", "Class", "Rate"])), Align.Left, Grows: true),
            new("%", Align.Right),
            new(draft.Cased(dice.Pick(["Amount", "Net", "Taxable", "Goods"])), Align.Right),
            new(draft.Cased("Tax"), Align.Right),
        ];
        string[] row = [dice.Pick(["SR", "A", "S", "T1", "ZRL"]), basket.TaxRate.ToString(CultureInfo.InvariantCulture), draft.Money.Plain(net), draft.Money.Plain(tax)];
        return new TableBlock(draft.Canvas, style.Text, style.Text, 7, 0).Write(area.At(area.Y + style.Text.LineHeight), columns, [row]);
    }
}
