namespace AspireMl.Retraining.Worker.Tabular;

/// <summary>k-fold cross-validation for shuffled rows: each fold is judged on its block and learns from all others.</summary>
internal static class BlockFolds
{
    const int Count = 5;

    /// <summary>Training and validation rows of each fold.</summary>
    public static IReadOnlyList<(TabularData Training, TabularData Validation)> Of(TabularData data) =>
        [.. Enumerable.Range(0, Count).Select(fold => new Range(fold * data.Rows / Count, (fold + 1) * data.Rows / Count)).Select(block => (data.Without(block), data.Slice(block)))];
}
