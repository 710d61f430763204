namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>What the lines of one visual row are, taken together: a row of labels, a row of values, a line of text.</summary>
/// <param name="Lines">How many lines stand side by side.</param>
/// <param name="Labels">How many of them name a concept and have no digit.</param>
/// <param name="WithDigits">How many have a digit.</param>
internal readonly record struct RowTraits(int Lines, int Labels, int WithDigits)
{
    /// <summary>The traits of every row, by its number.</summary>
    public static RowTraits[] Of(IReadOnlyList<PageLine> lines)
    {
        var rows = new RowTraits[lines.Count == 0 ? 0 : lines.Max(line => line.Row) + 1];
        foreach (var line in lines)
        {
            var row = rows[line.Row];
            rows[line.Row] = new(
                row.Lines + 1,
                row.Labels + (line.Traits.Digits == 0 && line.Label.Concepts != 0 ? 1 : 0),
                row.WithDigits + (line.Traits.Digits > 0 ? 1 : 0));
        }

        return rows;
    }
}
