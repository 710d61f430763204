using AspireMl.Retraining.Worker.SpanReader.Generation.Layout;
using AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Kinds;

/// <summary>A hotel's account of a stay: dated charges and what they come to.</summary>
internal sealed class HotelFolioTemplate : Template
{
    static readonly PageHead Head = new(
        "folio-titles",
        "folio-no",
        "date",
        ["arrival", "departure", "room-no", "nights", "hotel-guests", "room-rate", "confirmation-no", "hotel-clerk", "rate-plan"],
        ["guest"]);

    public override string Kind => "hotel-folio";

    public override bool IsForPerson => true;

    public override IReadOnlyList<string> Nouns => ["bill", "folio", "hotel bill", "document"];

    public override GenerationSplit Split => GenerationSplit.Heldout;

    public override void Compose(Draft draft)
    {
        var (dice, style) = (draft.Dice, draft.Style);
        var page = new BusinessPage(draft, PaperWidth(draft));
        var area = page.WriteHead(Head);
        var charges = new Movements(draft, 0, Phrases.Of("stay"), "item-price", onlyCharges: true);
        area = area.At(charges.Write(area) + style.RowGap);
        var paid = dice.Chance(0.3) ? draft.Money.Round(charges.Balance / 3) : 0;
        Pair?[] rows =
        [
            draft.Pair("total", label => paid == 0 || !Totals.SoundsOpen(label), [draft.MarkedAmount(charges.Balance)]),
            paid > 0 ? draft.Pair("deposit", draft.Amount(paid)) : null,
            paid > 0 ? draft.Pair("balance", draft.MarkedAmount(charges.Balance - paid)) : null,
        ];
        var block = new KeyValueBlock(draft.Canvas, style.Strong, style.Strong, style.Colon, style.Gap, style.IsTight);
        area = area.At(page.Below(block.Write(area.RightPart(style.TotalsWidth), [.. rows.OfType<Pair>()], style.Totals)));
        area = page.WritePairs(area, dice.Sample(["pay-method", "card-no", "phone", "email", "tax-id"], dice.Between(0, 3)));
        area = page.WriteNotes(area, "folio-notes", 2);
        new Issuer(draft).WriteFoot(area.At(Math.Max(area.Y + 8, PaperHeight(draft) - 70)));
    }
}
