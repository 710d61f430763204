using System.Globalization;
using AspireMl.Retraining.Worker.SpanReader.Generation.Layout;
using AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Kinds;

/// <summary>A medical laboratory's findings: who was examined, and a table of values with units and ranges.</summary>
internal sealed class LabReportTemplate : Template
{
    static readonly string[] Facts = ["patient", "patient-no", "lab-birth", "lab-sex", "collected", "reported", "doctor", "specimen", "lab-no", "ward", "insurance-no"];

    public override string Kind => "lab-report";

    public override bool IsForPerson => true;

    public override bool IsOfTrade => false;

    public override IReadOnlyList<string> Nouns => ["report", "lab report", "document"];

    public override GenerationSplit Split => GenerationSplit.Heldout;

    public override void Compose(Draft draft)
    {
        var (dice, style) = (draft.Dice, draft.Style);
        var page = new BusinessPage(draft, PaperWidth(draft));
        var area = page.Body.At(page.Below(new Issuer(draft).WriteTop(page.Body)));
        area = page.WriteTitle(area, Phrases.Draw("lab-titles", dice), style.MetaAtRight ? Align.Centre : Align.Left);
        var pairs = draft.Pairs(dice.Shuffled(["patient", .. dice.Sample(Facts.Skip(1), dice.Between(4, 8))]));
        area = area.At(page.Below(KeyValueBlock.Of(draft).Write(area, pairs, style.Meta)));
        area = area.At(page.Below(Findings(draft, area)));
        area = page.WritePairs(area, dice.Sample(["validated-by", "method", "comment"], dice.Between(0, 3)));
        new Issuer(draft).WriteFoot(area.At(Math.Max(area.Y + 10, PaperHeight(draft) - 70)));
    }

    static double Findings(Draft draft, Area area)
    {
        var (dice, style) = (draft.Dice, draft.Style);
        TableColumn[] columns =
        [
            new(draft.Cased(dice.Pick(["Test", "Analyte", "Parameter", "Examination"])), Align.Left, Grows: true),
            new(draft.Cased(dice.Pick(["Result", "Value", "Finding"])), Align.Right),
            new(draft.Cased(dice.Pick(["Unit", "Units"])), Align.Left),
            new(draft.Cased(dice.Pick(["Reference range", "Normal", "Ref. interval"])), Align.Left),
        ];
        var rows = new List<IReadOnlyList<string>>();
        foreach (var test in dice.Sample(Phrases.Of("lab-tests"), dice.Between(4, 12)).Select(line => line.Split('|')))
        {
            var (low, high) = (double.Parse(test[2], CultureInfo.InvariantCulture), double.Parse(test[3], CultureInfo.InvariantCulture));
            var digits = high < 20 ? "0.0" : "0";
            string Figure(double value) => value.ToString(digits, CultureInfo.InvariantCulture);
            string[] row = [draft.Print(test[0]), Figure(dice.Between(low * 0.7, high * 1.3)), test[1], $"{Figure(low)} - {Figure(high)}"];
            foreach (var i in (int[])[1, 2, 3])
            {
                ItemFacts.StateCell(draft, row[0], columns[i].Header, row[i]);
            }

            rows.Add(row);
        }

        return new TableBlock(draft.Canvas, style.Strong, style.Text, style.TableGap, style.RowGap).Write(area, columns, rows);
    }
}
