using System.Globalization;
using AspireMl.Retraining.Worker.SpanReader.Generation.Layout;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;

/// <summary>The items of a till slip: one line each, or the name above and the figures below.</summary>
internal sealed class SlipItems(Draft draft, Basket basket)
{
    public double Write(Area area) => ((draft.Style.Picks >> 8) % 4) switch
    {
        0 => OneLine(area),
        1 => TwoLines(area),
        _ => Table(area),
    };

    double OneLine(Area area)
    {
        var font = draft.Style.Text;
        foreach (var line in basket.Lines)
        {
            var amount = Stated(line);
            var name = line.Quantity == 1 ? line.Description : $"{Quantity(line)} {(draft.Style.Order == 2 ? "x " : "")}{line.Description}";
            draft.Canvas.Write(area.Left(0.72), name, font);
            draft.Canvas.Write(area.RightPart(0.25), amount, font, Align.Right, answer: true);
            area = area.At(area.Y + font.LineHeight + (draft.Style.RowGap / 2));
        }

        return area.Y;
    }

    double TwoLines(Area area)
    {
        var font = draft.Style.Text;
        foreach (var line in basket.Lines)
        {
            draft.Canvas.Write(area, draft.Style.Order == 1 ? $"{line.Code} {line.Description}" : line.Description, font);
            var second = area.At(area.Y + font.LineHeight);
            var times = draft.Style.Order % 2 == 0 ? " x " : " @ ";
            draft.Canvas.Write(new(area.X + 12, second.Y, area.Width * 0.55), Quantity(line) + times + draft.Amount(line.Price), font, answer: true);
            draft.Canvas.Write(second.RightPart(0.3), Stated(line), font, Align.Right, answer: true);
            area = second.At(second.Y + font.LineHeight);
        }

        return area.Y;
    }

    double Table(Area area)
    {
        var heads = ItemColumns.Headings(draft);
        TableColumn[] columns = [new(heads.Item, Align.Left, Grows: true), new(heads.Quantity, Align.Right), new(heads.Price, Align.Right), new(heads.Amount, Align.Right)];
        var rows = basket.Lines.Select(line => (IReadOnlyList<string>)[line.Description, Quantity(line), Price(line), Stated(line)]).ToArray();
        return new TableBlock(draft.Canvas, draft.Style.Text, draft.Style.Text, 7, draft.Style.RowGap / 3).Write(area, columns, rows);
    }

    string Quantity(BasketLine line)
    {
        var text = line.Quantity.ToString(CultureInfo.InvariantCulture);
        if (line.Quantity > 1)
        {
            ItemFacts.State(draft, "quantity", line.Description, text);
        }

        return text;
    }

    string Price(BasketLine line)
    {
        var text = draft.Amount(line.Price);
        ItemFacts.State(draft, "unit-price", line.Description, text);
        return text;
    }

    string Stated(BasketLine line)
    {
        var text = draft.Amount(line.Amount);
        ItemFacts.State(draft, "item-price", line.Description, text);
        return text;
    }
}
