namespace AspireMl.Retraining.Worker.SpanReader.Generation.Layout;

/// <summary>Prints labels with their values in any of the shapes.</summary>
internal sealed class KeyValueBlock(PageCanvas canvas, Font labels, Font values, string colon, double gap, bool tight = false)
{
    /// <summary>Prints in the style of a document.</summary>
    public static KeyValueBlock Of(Draft draft) =>
        new(draft.Canvas, draft.Style.Labels, draft.Style.Text, draft.Style.Colon, draft.Style.Gap, draft.Style.IsTight);

    public double Write(Area area, IReadOnlyList<Pair> pairs, KeyValueShape shape) => shape switch
    {
        _ when pairs.Count == 0 => area.Y,
        KeyValueShape.Inline => Stack(area, pairs, Inline),
        KeyValueShape.Tabbed => Tabbed(area, pairs, colon, ""),
        KeyValueShape.ColonColumn => Tabbed(area, pairs, "", ":"),
        KeyValueShape.FarRight => Stack(area, pairs, FarRight),
        KeyValueShape.Dotted => Stack(area, pairs, Dotted),
        KeyValueShape.Axis => Stack(area, pairs, Axis),
        KeyValueShape.Above => Stack(area, pairs, Above),
        KeyValueShape.Below => Stack(area, pairs, Below),
        KeyValueShape.Grid => Grid(area, pairs),
        _ => TwoColumns(area, pairs),
    };

    static double Stack(Area area, IEnumerable<Pair> pairs, Func<Area, Pair, double> one) =>
        pairs.Aggregate(area.Y, (y, pair) => one(area.At(y), pair));

    double Inline(Area area, Pair pair)
    {
        var label = canvas.Write(area.Left(0.6), pair.Label + colon, labels);
        var x = label.Right + (labels.Size * (tight ? 0 : colon.Length == 0 ? 0.45 : 0.3));
        return Value(new(x, area.Y, Math.Max(area.Right - x, area.Width * 0.3)), pair, Align.Left);
    }

    double Tabbed(Area area, IReadOnlyList<Pair> pairs, string after, string before)
    {
        var widest = Math.Min(pairs.Max(pair => labels.Width(pair.Label + after)), area.Width * 0.6);
        var x = area.X + widest + Math.Min(gap, area.Width * 0.12);
        return Stack(area, pairs, (row, pair) =>
        {
            canvas.Write(row.Left(widest / area.Width), pair.Label + after, labels);
            var from = before.Length == 0 ? x : canvas.Write(new(x, row.Y, values.Size), before, labels).Right + (labels.Size * 0.3);
            return Value(new(from, row.Y, Math.Max(area.Right - from, area.Width * 0.25)), pair, Align.Left);
        });
    }

    double FarRight(Area area, Pair pair)
    {
        var label = canvas.Write(area.Left(0.62), pair.Label + colon, labels);
        var x = label.Right + (labels.Size * 0.5);
        return Value(new(x, area.Y, area.Right - x), pair, Align.Right);
    }

    double Dotted(Area area, Pair pair)
    {
        var room = area.Width - labels.Width(pair.Label) - pair.Value.Max(values.Width) - labels.Size;
        var dots = (int)(room / (labels.Advance('.') * labels.Size));
        if (dots < 3)
        {
            return FarRight(area, pair);
        }

        var x = canvas.Write(area, pair.Label + new string('.', dots), labels).Right + (labels.Size * 0.2);
        return Value(new(x, area.Y, area.Right - x), pair, Align.Right);
    }

    double Axis(Area area, Pair pair)
    {
        canvas.Write(area.Left(0.5), pair.Label + colon, labels, Align.Right);
        var x = area.X + (area.Width * 0.5) + Math.Max(gap * 0.6, labels.Size * 0.5);
        return Value(new(x, area.Y, area.Right - x), pair, Align.Left);
    }

    double Above(Area area, Pair pair)
    {
        canvas.Write(area, pair.Label + colon, labels);
        return Value(area.At(area.Y + labels.LineHeight), pair, Align.Left) + (labels.Size * 0.5);
    }

    double Below(Area area, Pair pair)
    {
        var y = Value(area, pair, Align.Left);
        canvas.Write(area.At(y), pair.Label, labels.Scaled(0.8));
        return y + (labels.LineHeight * 1.3);
    }

    double Grid(Area area, IReadOnlyList<Pair> pairs)
    {
        var widest = pairs.Max(pair => Math.Max(labels.Width(pair.Label + colon), pair.Value.Max(values.Width)));
        var count = Math.Clamp((int)(area.Width / (widest + 10)), 1, Math.Min(pairs.Count, 6));
        var y = area.Y;
        foreach (var row in pairs.Chunk(count))
        {
            y = row.Select((pair, i) => Above(area.Column(i, count).At(y), pair)).Max();
        }

        return y;
    }

    double TwoColumns(Area area, IReadOnlyList<Pair> pairs)
    {
        var half = (pairs.Count + 1) / 2;
        var left = Tabbed(area.Column(0, 2), [.. pairs.Take(half)], colon, "");
        return pairs.Count > half ? Math.Max(left, Tabbed(area.Column(1, 2), [.. pairs.Skip(half)], colon, "")) : left;
    }

    // A value that is a little too wide is set smaller, one that is much too wide is broken.
    double Value(Area area, Pair pair, Align align)
    {
        var lines = pair.Value.SelectMany(line => values.Width(line) > area.Width * 1.15 ? PageCanvas.Wrap(line, values, area.Width) : [line]);
        return Math.Max(canvas.WriteLines(area, lines, values, align, answer: true), area.Y + labels.LineHeight);
    }
}
