namespace AspireMl.Contracts.Monitoring;

/// <summary>How far what a classifier sees in images has moved away from a reference.</summary>
public sealed record EmbeddingReport : ReportHead
{
    /// <summary>The spaces in which images were compared.</summary>
    public required IReadOnlyList<EmbeddingSpace> Spaces { get; init; }

    /// <summary>How the labels that the model gives have moved.</summary>
    public required LabelDrift Predicted { get; init; }

    /// <summary>How the labels that people confirmed or corrected have moved; null while there are too few.</summary>
    public LabelDrift? Confirmed { get; init; }

    /// <summary>Where the images lie in the plane in which the reference spreads most.</summary>
    public required EmbeddingPlane Plane { get; init; }
}
