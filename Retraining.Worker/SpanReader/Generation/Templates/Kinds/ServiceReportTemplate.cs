using AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Kinds;

/// <summary>A report of work done: the machine, the people, parts used, often with a price.</summary>
internal sealed class ServiceReportTemplate : Template
{
    static readonly PageHead Head = new(
        "service-titles",
        "case-no",
        "date",
        ["equipment", "serial-no", "model", "technician", "hours", "mileage", "warranty", "approval", "priority", "contract-no", "customer-phone", "vehicle", "project", "start-date"],
        ["bill-to"]);

    public override string Kind => "service-report";

    public override IReadOnlyList<string> Nouns => ["report", "work order", "job sheet", "document"];

    public override void Compose(Draft draft)
    {
        var (dice, style) = (draft.Dice, draft.Style);
        var page = new BusinessPage(draft, PaperWidth(draft));
        var area = page.WriteHead(Head);
        area = page.WritePairs(area, dice.Sample(Head.Meta, dice.Between(2, 6)));
        if (dice.Chance(0.7))
        {
            var basket = Basket.Draw(draft, 1, 5, 300, 10);
            area = area.At(page.Below(new ItemTable(draft, basket).Write(area)));
            var totals = new Totals(draft, basket).Sum(discount: 0.15, shipping: 0.1, service: 0.1, rounding: 0.05).Close(paid: 0.1);
            area = area.At(page.Below(totals.Write(area.RightPart(style.TotalsWidth), style.Totals, 1.1)));
        }

        area = page.WritePairs(area, dice.Sample(["technician", "received-by", "approved-by", "remarks", "valid-until", "end-date"], dice.Between(1, 4)));
        area = page.WriteNotes(area, "delivery-notes", 1);
        new Issuer(draft).WriteFoot(area.At(Math.Max(area.Y + 8, PaperHeight(draft) - 70)));
    }
}
