using AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Kinds;

/// <summary>A credit for goods returned; the invoice it belongs to is named beside it.</summary>
internal sealed class CreditNoteTemplate : TradeTemplate
{
    public override string Kind => "credit-note";

    public override IReadOnlyList<string> Nouns => ["credit note", "credit memo", "document"];

    public override int Weight => 1;

    protected override (double Discount, double Shipping, double Rounding, double PartlyPaid) Chances => (0.1, 0.1, 0.03, 0);

    protected override PageHead Head { get; } = new(
        "credit-note-titles",
        "credit-no",
        "date",
        ["invoice-no", "customer-no", "reason", "reference", "contact", "order-no", "salesperson", "currency", "return-no"],
        ["bill-to"]);

    protected override IReadOnlyList<string> Foot { get; } = ["reason", "prepared-by", "approved-by", "remarks"];
}
