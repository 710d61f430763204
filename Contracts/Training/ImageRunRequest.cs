using AspireMl.Contracts.ImageDatasets;

namespace AspireMl.Contracts.Training;

/// <summary>What an image classifier is to learn from, and how. What is left out is fixed when the run is asked for, so that it can be repeated.</summary>
public sealed record ImageRunRequest
{
    /// <summary>The image dataset; the one of the model's name when null.</summary>
    public string? Dataset { get; init; }

    /// <summary>The dataset's version; the newest when null.</summary>
    public int? DatasetVersion { get; init; }

    /// <summary>The registered model that sees the images, whose embedding the new head takes; the model itself when null.</summary>
    public string? Backbone { get; init; }

    /// <summary>Its version; the champion when null.</summary>
    public string? BackboneVersion { get; init; }

    /// <summary>How the head is trained.</summary>
    public ImageTrainingSettings Training { get; init; } = new();

    /// <summary>What images may be learned from; the service's own limits when null.</summary>
    public ImageCheckLimits? Checks { get; init; }

    /// <summary>False keeps the new version as challenger, however good it is.</summary>
    public bool Promote { get; init; } = true;

    /// <summary>Whether a promoted version is watched: a weekly monitor of its embeddings is added unless the model has one.</summary>
    public bool Watch { get; init; } = true;
}
