using AspireMl.Retraining.Worker.SpanReader.Generation.Layout;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;

/// <summary>Date, number, cashier and the like on a till slip; the date may stand with the time, with a label or without.</summary>
internal sealed class SlipMeta(Draft draft)
{
    public double Write(Area area, IReadOnlyList<string> pool)
    {
        var (dice, style) = (draft.Dice, draft.Style);
        var pairs = new List<Pair>(draft.Pairs(dice.Sample(pool, dice.Between(1, 5))));
        var bare = dice.Chance(0.3);
        if (bare)
        {
            area = area.At(BareDate(area));
        }
        else if (draft.Label("receipt-date") is { } label)
        {
            var date = draft.State("date", draft.Date(draft.Issued), label, "receipt-date");
            pairs.Insert(dice.Below(pairs.Count + 1), new(label, dice.Chance(0.4) ? $"{date} {Clock(dice)}" : date));
        }

        var shape = style.Meta is KeyValueShape.Above or KeyValueShape.Below or KeyValueShape.Grid or KeyValueShape.Dotted ? KeyValueShape.Inline : style.Meta;
        var block = new KeyValueBlock(draft.Canvas, style.Text, style.Text, style.Colon, Math.Min(style.Gap, 14), style.IsTight);
        return style.Picks % 4 == 0 && pairs.Count > 1 ? Twins(area, pairs) : block.Write(area, pairs, shape);
    }

    double BareDate(Area area)
    {
        var (dice, style) = (draft.Dice, draft.Style);
        var date = draft.State("date", draft.Date(draft.Issued));
        if (dice.Chance(0.3))
        {
            draft.Canvas.Write(area.Left(0.55), date, style.Text, Align.Left, answer: true);
            draft.Canvas.Write(area.RightPart(0.4), Clock(dice), style.Text, Align.Right);
        }
        else
        {
            draft.Canvas.Write(area, dice.Chance(0.7) ? $"{date} {Clock(dice)}" : date, style.Text, dice.Pick([Align.Left, Align.Centre, Align.Right]), answer: true);
        }

        return area.Y + style.Text.LineHeight;
    }

    // Two pairs a line, the second pushed to the right edge.
    double Twins(Area area, List<Pair> pairs)
    {
        var font = draft.Style.Text.Scaled(0.92);
        foreach (var two in pairs.Chunk(2))
        {
            draft.Canvas.Write(area.Left(0.5), $"{two[0].Label}{draft.Style.Colon} {two[0].Value[0]}", font, Align.Left, answer: true);
            if (two.Length > 1)
            {
                draft.Canvas.Write(area.RightPart(0.47), $"{two[1].Label}{draft.Style.Colon} {two[1].Value[0]}", font, Align.Right, answer: true);
            }

            area = area.At(area.Y + font.LineHeight);
        }

        return area.Y;
    }

    static string Clock(Dice dice) => new TimeOnly(dice.Between(6, 22), dice.Below(60), dice.Below(60))
        .ToString(dice.Pick(["HH:mm", "HH:mm:ss", "h:mm tt", "hh:mm:sstt"]), System.Globalization.CultureInfo.InvariantCulture);
}
