using AspireMl.Retraining.Worker.SpanReader.Generation.Layout;
using AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;
using AspireMl.Retraining.Worker.SpanReader.Generation.Vocabulary;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Kinds;

/// <summary>A page that is mostly one table: prices, people, stock, times, results. Cells are asked for by row and column.</summary>
internal sealed class TableTemplate : Template
{
    static readonly ResourceText Tables = ResourceText.Load("tables");

    public override string Kind => "table";

    public override IReadOnlyList<string> Nouns => ["table", "list", "document", "page"];

    public override int Weight => 4;

    public override int Layouts => 100;

    public override void Compose(Draft draft)
    {
        var (dice, style) = (draft.Dice, draft.Style);
        var page = new BusinessPage(draft, PaperWidth(draft));
        var area = page.Body;
        if (style.Picks % 4 != 0)
        {
            area = area.At(page.Below(new Issuer(draft).WriteTop(area)));
        }

        var lines = Tables[dice.Pick([.. Tables.Sections])];
        area = page.WriteTitle(area, Pattern.Fill(dice.Pick(lines[0].Split('|')), dice), style.MetaAtRight ? Align.Left : Align.Centre);
        area = page.WritePairs(area, dice.Shuffled(["date", .. dice.Sample(["valid-until", "prepared-by", "department", "branch", "page-no", "currency", "contact"], dice.Below(4))]));
        area = area.At(page.Below(WriteTable(draft, area, [.. lines.Skip(1)])));
        area = page.WriteNotes(area, "table-notes", 2);
        if (style.Picks % 4 != 0)
        {
            new Issuer(draft).WriteFoot(area.At(Math.Max(area.Y + 8, PaperHeight(draft) - 70)));
        }
    }

    // One column names the row, mostly the first; of the others a template shows some.
    static double WriteTable(Draft draft, Area area, string[] lines)
    {
        var (dice, style) = (draft.Dice, draft.Style);
        var shown = dice.Sample(lines.Skip(1), dice.Between(Math.Min(2, lines.Length - 1), lines.Length - 1)).Select(Column).ToList();
        var naming = dice.Chance(0.35) ? dice.Between(1, Math.Min(2, shown.Count)) : 0;
        shown.Insert(naming, Column(lines[0]));
        var heads = shown.Select(column => draft.Cased(dice.Pick(column.Heads))).ToArray();
        var printed = heads.Select((head, i) => IsPrice(shown[i].Value) && dice.Chance(0.3) ? WithCurrency(draft, head) : head).ToArray();
        var columns = shown.Select((column, i) => new TableColumn(printed[i], i != naming && IsFigure(column.Value) ? Align.Right : Align.Left, Grows: i == naming)).ToArray();
        var names = Enumerable.Range(0, dice.Between(3, 18)).Select(_ => Cell(draft, shown[naming].Value)).Distinct().ToArray();
        var hasOnePrice = shown.Count(column => IsPrice(column.Value)) == 1;
        var rows = new List<IReadOnlyList<string>>();
        foreach (var name in names)
        {
            var cells = shown.Select((column, i) => i == naming ? name : Cell(draft, column.Value)).ToArray();
            foreach (var i in Enumerable.Range(0, cells.Length).Where(i => i != naming))
            {
                ItemFacts.StateCell(draft, name, heads[i], cells[i]);
                if (hasOnePrice && IsPrice(shown[i].Value) && heads[i].Contains("price", StringComparison.OrdinalIgnoreCase))
                {
                    ItemFacts.State(draft, "item-price", name, cells[i]);
                }
            }

            rows.Add(cells);
        }

        var headings = style.BoldLabels ? style.Strong : style.Labels;
        return new TableBlock(draft.Canvas, headings, style.Text, style.TableGap, style.RowGap).Write(area, columns, rows);
    }

    static string WithCurrency(Draft draft, string head) =>
        draft.Dice.Pick(["* (@)", "* @", "* in @", "*, @"]).Replace("*", head, StringComparison.Ordinal).Replace("@", draft.Country.Currency, StringComparison.Ordinal);

    static bool IsPrice(string value) => value.StartsWith("price", StringComparison.Ordinal);

    static bool IsFigure(string value) => value.StartsWith("int", StringComparison.Ordinal) || IsPrice(value);

    static string Cell(Draft draft, string value) => draft.Print(IsPrice(value)
        ? draft.Amount(draft.Money.Round((decimal)Math.Exp(draft.Dice.Between(1.0, 6.5))))
        : ValueMaker.Draw(new Concept("cell", "cell", value, []), draft));

    static (string[] Heads, string Value) Column(string line)
    {
        var parts = line.Split('=', 2, StringSplitOptions.TrimEntries);
        return (parts[0].Split('/', StringSplitOptions.TrimEntries), parts[1]);
    }
}
