namespace AspireMl.Contracts.ImageDatasets;

/// <summary>The parts of an image dataset.</summary>
public static class ImageSplits
{
    /// <summary>What models learn from.</summary>
    public const string Training = "training";

    /// <summary>What chooses among what was learned: strength of the penalty, when to stop, temperature.</summary>
    public const string Validation = "validation";

    /// <summary>Held out: what models are judged and compared on. It chooses nothing.</summary>
    public const string Testing = "testing";

    /// <summary>All of them, in this order.</summary>
    public static IReadOnlyList<string> All { get; } = [Training, Validation, Testing];
}
