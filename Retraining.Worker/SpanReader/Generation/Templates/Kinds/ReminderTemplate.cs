using System.Globalization;
using AspireMl.Retraining.Worker.SpanReader.Generation.Layout;
using AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;
using AspireMl.Retraining.Worker.SpanReader.Generation.Vocabulary;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Kinds;

/// <summary>A statement of open invoices: many numbers, dates and amounts, of which the sum is asked for.</summary>
internal sealed class ReminderTemplate : Template
{
    static readonly PageHead Head = new(
        "reminder-titles",
        "statement-no",
        "date",
        ["due-date", "customer-no", "contact", "terms", "phone", "reference", "currency", "page-no"],
        ["bill-to"]);

    public override string Kind => "reminder";

    public override IReadOnlyList<string> Nouns => ["statement", "reminder", "document", "letter"];

    public override int Weight => 1;

    public override void Compose(Draft draft)
    {
        var (dice, style) = (draft.Dice, draft.Style);
        var page = new BusinessPage(draft, PaperWidth(draft));
        var area = page.WriteHead(Head);
        var (rows, sum) = Rows(draft);
        TableColumn[] columns =
        [
            new(draft.Cased(dice.Pick(["Invoice", "Document", "Reference", "Inv. no."])), Align.Left, Grows: true),
            new(draft.Cased(dice.Pick(["Date", "Invoice date", "Issued"])), Align.Left),
            new(draft.Cased(dice.Pick(["Due", "Due date", "Payable"])), Align.Left),
            new(draft.Cased(dice.Pick(["Days", "Overdue", "Days late"])), Align.Right),
            new(draft.Cased(dice.Pick(["Amount", "Open", "Outstanding", "Balance"])), Align.Right),
        ];
        area = area.At(page.Below(new TableBlock(draft.Canvas, style.Strong, style.Text, style.TableGap, style.RowGap).Write(area, columns, rows)));
        var fee = dice.Chance(0.4) ? draft.Money.Round((decimal)dice.Between(5.0, 40)) : 0;
        Pair?[] totals = [fee > 0 ? draft.Pair("late-fee", draft.Amount(fee)) : null, draft.Pair("total", draft.MarkedAmount(sum + fee))];
        var block = new KeyValueBlock(draft.Canvas, style.Strong, style.Strong, style.Colon, style.Gap, style.IsTight);
        area = area.At(page.Below(block.Write(area.RightPart(style.TotalsWidth), [.. totals.OfType<Pair>()], style.Totals)));
        area = page.WritePairs(area, dice.Sample(["iban", "bank", "bank-code", "account-holder", "account-no", "email"], dice.Between(0, 4)));
        area = page.WriteNotes(area, "invoice-notes", 2);
        new Issuer(draft).WriteFoot(area.At(Math.Max(area.Y + 8, PaperHeight(draft) - 70)));
    }

    static (IReadOnlyList<IReadOnlyList<string>> Rows, decimal Sum) Rows(Draft draft)
    {
        var (dice, sum, rows) = (draft.Dice, 0m, new List<IReadOnlyList<string>>());
        var pattern = dice.Pick(["INV-#####", "######", "20##-####", "@@####"]);
        foreach (var _ in Enumerable.Range(0, dice.Between(2, 7)))
        {
            var (number, late, amount) = (Pattern.Fill(pattern, dice), dice.Between(1, 90), draft.Money.Round((decimal)Math.Exp(dice.Between(3.0, 8.5))));
            sum += amount;
            var text = draft.Amount(amount);
            ItemFacts.State(draft, "item-price", number, text);
            rows.Add([number, draft.Date(draft.Issued.AddDays(-late - 30)), draft.Date(draft.Issued.AddDays(-late)), late.ToString(CultureInfo.InvariantCulture), text]);
        }

        return (rows, sum);
    }
}
