namespace AspireMl.Contracts.Datasets;

/// <summary>The parts of a dataset.</summary>
public static class DatasetSplits
{
    /// <summary>Rows to learn from.</summary>
    public const string Training = "training";

    /// <summary>Rows held out to compare models on.</summary>
    public const string Testing = "testing";

    /// <summary>Rows from the field: inferences with the label that arrived later.</summary>
    public const string Production = "production";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Training, Testing, Production];
}
