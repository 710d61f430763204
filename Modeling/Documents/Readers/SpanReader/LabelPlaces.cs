namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>
/// Where labels stand to their values around a row: shares of the lines with digits that have a line without digits to
/// their left, straight above or straight below, each 0 to 1.
/// </summary>
internal readonly record struct LabelPlaces(float Left, float Above, float Below)
{
    const int Reach = 5;
    const float LargestGapInHeights = 1;

    /// <summary>The shares around every row, by its number.</summary>
    public static LabelPlaces[] Of(IReadOnlyList<PageLine> lines, int rows)
    {
        // Sums up to a row, so that those of any rows are a difference.
        var sums = new (int Values, int Left, int Above, int Below)[rows + 1];
        foreach (var line in lines)
        {
            if (line.Traits.Digits > 0)
            {
                ref var sum = ref sums[line.Row + 1];
                sum.Values++;
                sum.Left += IsLabel(line.Left) ? 1 : 0;
                sum.Above += IsLabel(line.Above) && line.Above!.IsCloselyAbove(line, LargestGapInHeights) ? 1 : 0;
                sum.Below += IsLabel(line.Below) && line.IsCloselyAbove(line.Below!, LargestGapInHeights) ? 1 : 0;
            }
        }

        for (var row = 0; row < rows; row++)
        {
            var (before, own) = (sums[row], sums[row + 1]);
            sums[row + 1] = (before.Values + own.Values, before.Left + own.Left, before.Above + own.Above, before.Below + own.Below);
        }

        var places = new LabelPlaces[rows];
        for (var row = 0; row < rows; row++)
        {
            var (from, to) = (sums[Math.Max(0, row - Reach)], sums[Math.Min(rows, row + Reach + 1)]);
            var values = MathF.Max(1, to.Values - from.Values);
            places[row] = new((to.Left - from.Left) / values, (to.Above - from.Above) / values, (to.Below - from.Below) / values);
        }

        return places;
    }

    static bool IsLabel(PageLine? line) => line is { Traits: { Digits: 0, Letters: > 0 } };
}
