using AspireMl.Retraining.Worker.SpanReader.Generation.Layout;
using AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Kinds;

/// <summary>A statement of a bank account: movements with a running balance between an opening and a closing one.</summary>
internal sealed class BankStatementTemplate : Template
{
    static readonly PageHead Head = new(
        "statement-titles",
        "statement-no",
        "date",
        ["period", "account-no", "iban", "branch", "currency", "customer-no", "page-no", "bank-code", "contact"],
        ["account-of"]);

    public override string Kind => "bank-statement";

    public override bool IsOfTrade => false;

    public override IReadOnlyList<string> Nouns => ["statement", "bank statement", "account statement", "document"];

    public override void Compose(Draft draft)
    {
        var (dice, style) = (draft.Dice, draft.Style);
        var page = new BusinessPage(draft, PaperWidth(draft));
        var area = page.WriteHead(Head);
        var open = draft.Money.Round((decimal)dice.Between(200.0, 9000));
        var movements = new Movements(draft, open, Phrases.Of("movements"), "movement");
        Pair?[] start = [draft.Pair("opening-balance", draft.Amount(open))];
        Pair?[] sums =
        [
            dice.Chance(0.5) ? draft.Pair("total-in", draft.Amount(movements.In)) : null,
            dice.Chance(0.5) ? draft.Pair("total-out", draft.Amount(movements.Out)) : null,
            draft.Pair("closing-balance", draft.MarkedAmount(movements.Balance)),
        ];
        var block = KeyValueBlock.Of(draft);
        if (style.Picks % 3 == 0)
        {
            area = area.At(page.Below(block.Write(area, [.. start.Concat(sums).OfType<Pair>()], style.Footer)));
            area = area.At(page.Below(movements.Write(area)));
        }
        else
        {
            area = area.At(block.Write(area, [.. start.OfType<Pair>()], style.Totals) + style.RowGap);
            area = area.At(movements.Write(area) + style.RowGap);
            area = area.At(page.Below(block.Write(style.TotalsAtLeft ? area : area.RightPart(0.55), [.. sums.OfType<Pair>()], style.Totals)));
        }

        area = page.WriteNotes(area, "statement-notes", 2);
        new Issuer(draft).WriteFoot(area.At(Math.Max(area.Y + 8, PaperHeight(draft) - 70)));
    }
}
