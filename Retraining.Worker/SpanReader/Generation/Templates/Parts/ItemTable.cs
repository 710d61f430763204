using System.Globalization;
using AspireMl.Retraining.Worker.SpanReader.Generation.Layout;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;

/// <summary>The table of items on a page-size document; the template decides which columns there are.</summary>
internal sealed class ItemTable(Draft draft, Basket basket)
{
    readonly ulong _picks = draft.Style.Picks >> 12;

    public double Write(Area area, bool withPrices = true)
    {
        var heads = ItemColumns.Headings(draft);
        var (columns, cells) = (new List<TableColumn>(), new List<Func<BasketLine, int, string>>());
        void Add(bool wanted, TableColumn column, Func<BasketLine, int, string> cell)
        {
            if (wanted)
            {
                columns.Add(column);
                cells.Add(cell);
            }
        }

        Add(_picks % 3 == 0, new(draft.Cased("Pos"), Align.Left), (_, i) => (i + 1).ToString(CultureInfo.InvariantCulture));
        Add(_picks % 7 == 1, new(heads.Quantity, Align.Left), Quantity);
        Add(_picks % 5 < 2, new(heads.Code, Align.Left), Code);
        Add(true, new(heads.Item, Align.Left, Grows: true), (line, _) => line.Description);
        Add(_picks % 7 != 1, new(heads.Quantity, Align.Right), Quantity);
        Add(_picks % 4 == 0, new(draft.Cased("Unit"), Align.Left), (_, i) => Unit(i));
        Add(withPrices && _picks % 6 != 5, new(heads.Price, Align.Right), Price);
        Add(withPrices && _picks % 8 == 3, new(draft.Cased("Tax %"), Align.Right), (_, _) => basket.TaxRate.ToString(CultureInfo.InvariantCulture));
        Add(withPrices, new(heads.Amount, Align.Right), Amount);
        var rows = basket.Lines.Select((line, i) => (IReadOnlyList<string>)[.. cells.Select(cell => cell(line, i))]).ToArray();
        var table = new TableBlock(draft.Canvas, draft.Style.BoldLabels ? draft.Style.Strong : draft.Style.Labels, draft.Style.Text, draft.Style.TableGap, draft.Style.RowGap);
        return table.Write(area, columns, rows);
    }

    string Unit(int index) => (((_picks >> 5) + ((ulong)index / 3)) % 4) switch { 0 => "pcs", 1 => "kg", 2 => "h", _ => "ea" };

    string Code(BasketLine line, int index)
    {
        ItemFacts.State(draft, "item-code", line.Description, line.Code);
        return line.Code;
    }

    string Quantity(BasketLine line, int index)
    {
        var text = line.Quantity.ToString(CultureInfo.InvariantCulture);
        ItemFacts.State(draft, "quantity", line.Description, text);
        return text;
    }

    string Price(BasketLine line, int index)
    {
        var text = draft.Amount(line.Price);
        ItemFacts.State(draft, "unit-price", line.Description, text);
        return text;
    }

    string Amount(BasketLine line, int index)
    {
        var text = draft.Amount(line.Amount);
        ItemFacts.State(draft, "item-price", line.Description, text);
        return text;
    }
}
