using AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Kinds;

/// <summary>An invoice: head, addresses, items, totals, how to pay.</summary>
internal sealed class InvoiceTemplate : TradeTemplate
{
    public override string Kind => "invoice";

    public override IReadOnlyList<string> Nouns => ["invoice", "invoice", "bill", "document"];

    public override int Weight => 6;

    public override int Layouts => 150;

    protected override PageHead Head { get; } = new(
        "invoice-titles",
        "invoice-no",
        "invoice-date",
        [
            "due-date", "order-no", "po-no", "customer-no", "terms", "delivery-date", "order-date", "reference", "your-reference", "salesperson",
            "ship-via", "project", "period", "tax-point", "delivery-no", "contract-no", "contact", "currency", "customer-tax-id", "page-no", "incoterms",
        ],
        ["bill-to", "ship-to"]);

    protected override IReadOnlyList<string> Foot { get; } =
        ["iban", "bank", "bank-code", "account-holder", "account-no", "terms", "pay-method", "reference", "prepared-by", "amount-words", "remarks"];
}
