using AspireMl.Contracts.ImageDatasets;

namespace AspireMl.Contracts.Training;

/// <summary>What a run found out about an image classifier.</summary>
public sealed record ImageRunResult
{
    /// <summary>The image dataset.</summary>
    public required string Dataset { get; init; }

    /// <summary>The dataset's version.</summary>
    public required int DatasetVersion { get; init; }

    /// <summary>The backbone as <c>name version</c>.</summary>
    public required string Backbone { get; init; }

    /// <summary>What was looked for in the images.</summary>
    public IReadOnlyList<ImageCheck> Checks { get; init; } = [];

    /// <summary>What was set and what was chosen, by name.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>The new version on the testing images.</summary>
    public ImageEvaluation? Evaluation { get; init; }

    /// <summary>The champion on the same images; null when there was none.</summary>
    public ImageEvaluation? Previous { get; init; }

    /// <summary>Share of wrong answers of the new version less that of the champion; below 0 the new one is better.</summary>
    public ErrorDifference? Difference { get; init; }
}
