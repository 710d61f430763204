namespace AspireMl.Retraining.Worker.Tabular;

/// <summary>Cross-validation for rows in the order of time: each fold learns from all rows before it, less a gap, and is judged on later ones.</summary>
internal static class TimeFolds
{
    const int Count = 4;
    const double FirstShare = 0.4;

    /// <summary>Training and validation rows of each fold.</summary>
    /// <param name="data">The rows, oldest first.</param>
    /// <param name="gap">Rows left out before each validation part, so that neighbours do not give its values away.</param>
    public static IReadOnlyList<(TabularData Training, TabularData Validation)> Of(TabularData data, int gap) =>
        [.. Of(data.Rows, gap).Select(fold => (data.Slice(fold.Training), data.Slice(fold.Validation)))];

    /// <summary>Where the folds of so many rows lie.</summary>
    public static IReadOnlyList<(Range Training, Range Validation)> Of(int rows, int gap)
    {
        var first = (int)(rows * FirstShare);
        var width = (rows - first) / Count;
        return [.. Enumerable.Range(0, Count).Select(fold =>
        {
            var start = first + (fold * width);
            return (new Range(0, Math.Max(start - gap, start / 2)), new Range(start, fold == Count - 1 ? rows : start + width));
        })];
    }
}
