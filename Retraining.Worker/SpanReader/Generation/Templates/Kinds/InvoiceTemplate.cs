using AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Kinds;

/// <summary>An invoice: head, addresses, items, totals, how to pay.</summary>
internal sealed class InvoiceTemplate : Template
{
    static readonly PageHead Head = new(
        "invoice-titles",
        "invoice-no",
        "invoice-date",
        [
            "due-date", "due-date", "order-no", "po-no", "customer-no", "terms", "delivery-date", "order-date", "reference", "your-reference", "salesperson",
            "ship-via", "project", "period", "tax-point", "delivery-no", "contract-no", "contact", "currency", "customer-tax-id", "page-no", "incoterms",
        ],
        ["bill-to", "ship-to"]);

    static readonly string[] Payment = ["iban", "bank", "bank-code", "account-holder", "account-no", "terms", "pay-method", "reference", "prepared-by", "amount-words", "remarks"];

    public override string Kind => "invoice";

    public override IReadOnlyList<string> Nouns => ["invoice", "invoice", "bill", "document"];

    public override int Weight => 5;

    public override int Layouts => 120;

    public override void Compose(Draft draft)
    {
        var (dice, style) = (draft.Dice, draft.Style);
        var page = new BusinessPage(draft, PaperWidth(draft));
        var area = page.WriteHead(dice.Chance(0.5) ? Head : Head with { Roles = ["bill-to"] });
        var basket = Basket.Draw(draft, 1, dice.Chance(0.3) ? 14 : 6, 900, 250);
        var totals = new Totals(draft, basket).Sum(discount: 0.25, shipping: 0.3, service: 0.05, rounding: 0.08).Close(paid: 0.15);
        area = area.At(page.Below(new ItemTable(draft, basket).Write(area)));
        area = area.At(page.Below(totals.Write(style.TotalsAtLeft ? area.Left(style.TotalsWidth) : area.RightPart(style.TotalsWidth), style.Totals, 1.15)));
        area = page.WritePairs(area, dice.Sample(Payment, dice.Between(0, 5)));
        area = page.WriteNotes(area, "invoice-notes", 3);
        new Issuer(draft).WriteFoot(area.At(Math.Max(area.Y + 8, PaperHeight(draft) - 70)));
    }
}
