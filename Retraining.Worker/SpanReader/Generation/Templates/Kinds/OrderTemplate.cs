using AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Kinds;

/// <summary>A confirmation of an order by the seller.</summary>
internal sealed class OrderTemplate : TradeTemplate
{
    public override string Kind => "order";

    public override IReadOnlyList<string> Nouns => ["order", "order confirmation", "confirmation", "document"];

    protected override (double Discount, double Shipping, double Rounding, double PartlyPaid) Chances => (0.2, 0.6, 0.03, 0.15);

    protected override PageHead Head { get; } = new(
        "order-titles",
        "order-no",
        "date",
        ["delivery-date", "customer-no", "po-no", "terms", "pay-method", "ship-via", "tracking", "approval", "contact", "your-reference", "currency", "incoterms", "member-no", "ship-date"],
        ["bill-to", "ship-to"]);

    protected override IReadOnlyList<string> Foot { get; } = ["pay-method", "ship-via", "remarks", "phone", "email", "weight", "packages", "points", "survey"];
}
