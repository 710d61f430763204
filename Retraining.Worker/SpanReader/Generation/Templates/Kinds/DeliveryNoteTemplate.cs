using AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Kinds;

/// <summary>What was delivered, mostly without prices, with places to sign.</summary>
internal sealed class DeliveryNoteTemplate : TradeTemplate
{
    public override string Kind => "delivery-note";

    public override IReadOnlyList<string> Nouns => ["delivery note", "delivery order", "packing slip", "document"];

    protected override string Notes => "delivery-notes";

    protected override PageHead Head { get; } = new(
        "delivery-note-titles",
        "delivery-no",
        "date",
        ["order-no", "po-no", "customer-no", "ship-via", "tracking", "ship-date", "delivery-date", "weight", "packages", "driver", "vehicle", "incoterms", "contact", "invoice-no"],
        ["ship-to", "bill-to"]);

    protected override IReadOnlyList<string> Foot { get; } =
        ["received-by", "driver", "vehicle", "weight", "packages", "prepared-by", "remarks", "batch", "country-of-origin", "item-count"];

    protected override bool ShowsPrices(Draft draft) => draft.Dice.Chance(0.15);
}
