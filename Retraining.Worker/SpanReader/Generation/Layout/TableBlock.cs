namespace AspireMl.Retraining.Worker.SpanReader.Generation.Layout;

/// <summary>A column of a table.</summary>
/// <param name="Header">Its heading.</param>
/// <param name="Align">Where its cells stand.</param>
/// <param name="Grows">Takes the room that is left, and breaks long text.</param>
internal sealed record TableColumn(string Header, Align Align, bool Grows = false);

/// <summary>Prints a table: headings, then rows; columns as wide as their text.</summary>
internal sealed class TableBlock(PageCanvas canvas, Font headings, Font cells, double gap, double rowGap)
{
    public double Write(Area area, IReadOnlyList<TableColumn> columns, IReadOnlyList<IReadOnlyList<string>> rows, bool withHeadings = true)
    {
        var (widths, head, body) = Fit(area, columns, rows);
        var y = area.Y;
        if (withHeadings)
        {
            Row(area.At(y), columns, widths, [.. columns.Select(column => column.Header)], head, answers: false);
            y += head.LineHeight + rowGap;
        }

        foreach (var row in rows)
        {
            y = Row(area.At(y), columns, widths, row, body, answers: true) + rowGap;
        }

        return y;
    }

    (double[] Widths, Font Head, Font Body) Fit(Area area, IReadOnlyList<TableColumn> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var (head, body) = (headings, cells);
        while (true)
        {
            var widths = columns.Select((column, i) => Math.Max(head.Width(column.Header), rows.Max(row => body.Width(row[i])))).ToArray();
            var room = area.Width - (gap * (columns.Count - 1));
            var over = widths.Sum() - room;
            var grows = Enumerable.Range(0, columns.Count).FirstOrDefault(i => columns[i].Grows);
            if (over <= 0 || widths[grows] - over >= area.Width * 0.25)
            {
                widths[grows] -= over;
                return (widths, head, body);
            }

            (head, body) = (head.Scaled(0.93), body.Scaled(0.93));
        }
    }

    double Row(Area area, IReadOnlyList<TableColumn> columns, double[] widths, IReadOnlyList<string> texts, Font font, bool answers)
    {
        var (x, bottom) = (area.X, area.Y + font.LineHeight);
        for (var i = 0; i < columns.Count; i++)
        {
            var lines = columns[i].Grows ? PageCanvas.Wrap(texts[i], font, widths[i]) : [texts[i]];
            bottom = Math.Max(bottom, canvas.WriteLines(new(x, area.Y, widths[i]), lines, font, columns[i].Align, answers));
            x += widths[i] + gap;
        }

        return bottom;
    }
}
