using System.Globalization;
using AspireMl.Retraining.Worker.SpanReader.Generation.Layout;
using AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Kinds;

/// <summary>A bill for electricity, water or gas: meter readings, charges, and a sum that stands out twice.</summary>
internal sealed class UtilityBillTemplate : Template
{
    static readonly PageHead Head = new(
        "utility-titles",
        "invoice-no",
        "invoice-date",
        ["due-date", "meter-no", "utility-account", "supply-period", "tariff", "next-reading", "premises", "supply-point", "phone"],
        ["bill-to"]);

    public override string Kind => "utility-bill";

    public override IReadOnlyList<string> Nouns => ["bill", "utility bill", "document"];

    public override GenerationSplit Split => GenerationSplit.Heldout;

    public override void Compose(Draft draft)
    {
        var (dice, style) = (draft.Dice, draft.Style);
        var page = new BusinessPage(draft, PaperWidth(draft));
        var area = page.WriteHead(Head);
        area = area.At(page.Below(Readings(draft, area, out var used)));
        var energy = draft.Money.Round(used * (decimal)dice.Between(0.08, 0.6));
        var standing = draft.Money.Round((decimal)dice.Between(6.0, 30));
        var tax = draft.Money.Round((energy + standing) * decimal.Parse(draft.Country["tax-rates"][0], CultureInfo.InvariantCulture) / 100);
        var old = dice.Chance(0.4) ? draft.Money.Round((decimal)dice.Between(10.0, 200)) : 0;
        var total = energy + standing + tax + old;
        Pair?[] rows =
        [
            draft.Pair("energy-charge", draft.Amount(energy)),
            draft.Pair("standing-charge", draft.Amount(standing)),
            draft.Pair("utility-tax", draft.Amount(tax)),
            old > 0 ? draft.Pair("opening-balance", draft.Amount(old)) : null,
            draft.Pair("total", draft.MarkedAmount(total)),
        ];
        var block = new KeyValueBlock(draft.Canvas, style.Text, style.Text, style.Colon, style.Gap, style.IsTight);
        area = area.At(page.Below(block.Write(style.TotalsAtLeft ? area.Left(style.TotalsWidth) : area.RightPart(style.TotalsWidth), [.. rows.OfType<Pair>()], style.Totals)));
        area = page.WritePairs(area, dice.Sample(["pay-method", "iban", "phone", "email", "website", "due-date"], dice.Between(0, 4)));
        area = page.WriteNotes(area, "utility-notes", 3);
        new Issuer(draft).WriteFoot(area.At(Math.Max(area.Y + 8, PaperHeight(draft) - 70)));
    }

    static double Readings(Draft draft, Area area, out int used)
    {
        var (dice, style) = (draft.Dice, draft.Style);
        var before = dice.Between(1000, 80000);
        used = dice.Between(40, 1900);
        var unit = dice.Pick(["kWh", "m³", "kWh", "units"]);
        TableColumn[] columns =
        [
            new(draft.Cased(dice.Pick(["Meter", "Reading", "Service"])), Align.Left, Grows: true),
            new(draft.Cased(dice.Pick(["Previous", "Old reading", "Last"])), Align.Right),
            new(draft.Cased(dice.Pick(["Current", "New reading", "Present"])), Align.Right),
            new(draft.Cased(dice.Pick(["Usage", "Consumption", "Used", unit])), Align.Right),
        ];
        var name = draft.Print(dice.Pick(["Electricity day", "Water", "Gas", "Electricity", "Heating"]));
        string[] figures = [.. new[] { before, before + used, used }.Select(figure => figure.ToString(CultureInfo.InvariantCulture))];
        for (var i = 0; i < figures.Length; i++)
        {
            ItemFacts.StateCell(draft, name, columns[i + 1].Header, figures[i]);
        }

        return new TableBlock(draft.Canvas, style.Strong, style.Text, style.TableGap, style.RowGap).Write(area, columns, [[name, .. figures]]);
    }
}
