using AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Kinds;

/// <summary>An offer of goods or work, valid for a time.</summary>
internal sealed class QuoteTemplate : TradeTemplate
{
    public override string Kind => "quote";

    public override IReadOnlyList<string> Nouns => ["quote", "quotation", "offer", "estimate", "document"];

    protected override (double Discount, double Shipping, double Rounding, double PartlyPaid) Chances => (0.35, 0.25, 0.02, 0.05);

    protected override PageHead Head { get; } = new(
        "quote-titles",
        "quote-no",
        "date",
        ["valid-until", "customer-no", "terms", "delivery-date", "reference", "your-reference", "salesperson", "ship-via", "project", "contact", "prepared-by", "currency", "incoterms"],
        ["bill-to", "ship-to"]);

    protected override IReadOnlyList<string> Foot { get; } = ["terms", "valid-until", "delivery-date", "prepared-by", "approved-by", "warranty", "remarks", "phone", "email"];
}
