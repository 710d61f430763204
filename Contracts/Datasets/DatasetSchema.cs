using AspireMl.Contracts.Models;

namespace AspireMl.Contracts.Datasets;

/// <summary>
/// What the rows of a dataset hold. The columns of an upload are <see cref="Time"/>, the features, the target, and
/// <see cref="InferenceId"/> where a row is the label of a captured inference.
/// </summary>
public sealed record DatasetSchema
{
    /// <summary>Name of the column that says which inference a row is the label of; a UUID or empty.</summary>
    public const string InferenceId = "inferenceId";

    /// <summary>Name of the column that says when a row was: ISO 8601, UTC unless it says otherwise.</summary>
    public required string Time { get; init; }

    /// <summary>The features in the order in which rows keep them, 1 to 1,000.</summary>
    public required IReadOnlyList<FeatureCard> Features { get; init; }

    /// <summary>What is to be predicted: a number, or one of its labels.</summary>
    public required TargetCard Target { get; init; }
}
