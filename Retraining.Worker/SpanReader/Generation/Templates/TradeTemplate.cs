using AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates;

/// <summary>Pages about goods: a head with addresses, a table of items, what it comes to, and notes.</summary>
internal abstract class TradeTemplate : Template
{
    protected abstract PageHead Head { get; }

    /// <summary>Concepts of the foot, of which some are printed.</summary>
    protected abstract IReadOnlyList<string> Foot { get; }

    protected virtual string Notes => "invoice-notes";

    /// <summary>How likely each of these lines of the totals is.</summary>
    protected virtual (double Discount, double Shipping, double Rounding, double PartlyPaid) Chances => (0.25, 0.3, 0.08, 0.15);

    /// <summary>Some kinds list goods without their prices.</summary>
    protected virtual bool ShowsPrices(Draft draft) => true;

    public override void Compose(Draft draft)
    {
        var (dice, style) = (draft.Dice, draft.Style);
        var page = new BusinessPage(draft, PaperWidth(draft));
        var area = page.WriteHead(dice.Chance(0.5) ? Head : Head with { Roles = [Head.Roles[0]] });
        var basket = Basket.Draw(draft, 1, dice.Chance(0.3) ? 14 : 6, 900, 250);
        var priced = ShowsPrices(draft);
        area = area.At(page.Below(new ItemTable(draft, basket).Write(area, priced)));
        if (priced)
        {
            var totals = new Totals(draft, basket).Sum(Chances.Discount, Chances.Shipping, service: 0.04, Chances.Rounding).Close(Chances.PartlyPaid);
            area = area.At(page.Below(totals.Write(style.TotalsAtLeft ? area.Left(style.TotalsWidth) : area.RightPart(style.TotalsWidth), style.Totals, 1.15)));
        }

        area = page.WritePairs(area, dice.Sample(Foot, dice.Between(0, 5)));
        area = page.WriteNotes(area, Notes, 3);
        new Issuer(draft).WriteFoot(area.At(Math.Max(area.Y + 8, PaperHeight(draft) - 70)));
        Finish(draft);
    }

    /// <summary>Changes what is stated where a kind is unlike the others.</summary>
    protected virtual void Finish(Draft draft)
    {
    }
}
