using AspireMl.Retraining.Worker.SpanReader.Generation.Layout;
using AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Kinds;

/// <summary>A payslip: employer, employee, earnings beside deductions, net pay.</summary>
internal sealed class PayslipTemplate : Template
{
    static readonly string[] Employee = ["employee", "employee-no", "department", "occupation", "pay-date", "tax-code", "social-no", "period", "hire-date", "bank", "cost-centre"];

    public override string Kind => "payslip";

    public override bool IsForPerson => true;

    public override bool IsOfTrade => false;

    public override IReadOnlyList<string> Nouns => ["payslip", "payslip", "pay slip", "document"];

    public override GenerationSplit Split => GenerationSplit.Heldout;

    public override void Compose(Draft draft)
    {
        var (dice, style) = (draft.Dice, draft.Style);
        var page = new BusinessPage(draft, PaperWidth(draft));
        var area = page.Body.At(page.Below(new Issuer(draft).WriteTop(page.Body)));
        area = page.WriteTitle(area, Phrases.Draw("payslip-titles", dice));
        var facts = draft.Pairs(dice.Shuffled(["date", .. dice.Sample(Employee, dice.Between(4, 9))]));
        area = area.At(page.Below(KeyValueBlock.Of(draft).Write(area, facts, style.Meta)));
        area = WriteAmounts(draft, area);
        new Issuer(draft).WriteFoot(area.At(Math.Max(area.Y + 10, PaperHeight(draft) - 70)));
    }

    static Area WriteAmounts(Draft draft, Area area)
    {
        var (dice, style) = (draft.Dice, draft.Style);
        var gross = draft.Money.Round((decimal)dice.Between(900.0, 7000));
        var earnings = Table(draft, area.Column(0, 2, 24), Phrases.Of("earnings"), gross);
        var taken = draft.Money.Round(gross * (decimal)dice.Between(0.1, 0.4));
        var deductions = Table(draft, area.Column(1, 2, 24), Phrases.Of("deductions"), taken);
        area = area.At(Math.Max(earnings, deductions) + style.BlockGap);
        var block = new KeyValueBlock(draft.Canvas, style.Strong, style.Strong, style.Colon, style.Gap, style.IsTight);
        Pair?[] rows =
        [
            draft.Pair("gross-pay", draft.Amount(gross)),
            draft.Pair("total-deductions", draft.Amount(taken)),
            draft.Pair("net-pay", draft.MarkedAmount(gross - taken)),
        ];
        return area.At(block.Write(area.RightPart(0.5), [.. rows.OfType<Pair>()], style.Totals) + style.BlockGap);
    }

    static double Table(Draft draft, Area area, IReadOnlyList<string> names, decimal sum)
    {
        var dice = draft.Dice;
        var rows = new List<IReadOnlyList<string>>();
        foreach (var name in dice.Sample(names, dice.Between(2, 5)).Select(draft.Print))
        {
            var part = draft.Money.Round(sum * (decimal)dice.Between(0.1, 0.5));
            var text = draft.Amount(part);
            ItemFacts.State(draft, "item-price", name, text);
            rows.Add([name, text]);
        }

        TableColumn[] columns = [new(draft.Cased(dice.Pick(["Description", "Item", "Pay element"])), Align.Left, Grows: true), new(draft.Cased("Amount"), Align.Right)];
        return new TableBlock(draft.Canvas, draft.Style.Strong, draft.Style.Text, draft.Style.TableGap, draft.Style.RowGap).Write(area, columns, rows);
    }
}
