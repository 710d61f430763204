using AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Kinds;

/// <summary>An order by the buyer: the issuer is not the seller, so it is not asked for as the company.</summary>
internal sealed class PurchaseOrderTemplate : TradeTemplate
{
    public override string Kind => "purchase-order";

    public override IReadOnlyList<string> Nouns => ["purchase order", "order", "document"];

    protected override PageHead Head { get; } = new(
        "purchase-order-titles",
        "po-no",
        "date",
        ["delivery-date", "terms", "ship-via", "contact", "reference", "project", "cost-account", "currency", "incoterms", "approved-by", "page-no"],
        ["order-to", "ship-to"]);

    protected override IReadOnlyList<string> Foot { get; } = ["approved-by", "prepared-by", "remarks", "delivery-date", "terms", "department"];

    protected override void Finish(Draft draft) => draft.Forget("company", "address", "phone", "email", "fax", "tax-id", "website");
}
