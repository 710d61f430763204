using AspireMl.Contracts.ImageDatasets;
using AspireMl.Contracts.Training;

namespace AspireMl.Retraining.Worker.Flows;

/// <summary>The whole way from a folder of labelled images to a deployed, monitored classifier, as it stands in a YAML file.</summary>
internal sealed record FlowFile
{
    /// <summary>Name of the model.</summary>
    public required string Model { get; init; }

    /// <summary>Where its images come from.</summary>
    public FlowDataset Dataset { get; init; } = new();

    /// <summary>What sees the images; the model's champion when left out.</summary>
    public FlowBackbone Backbone { get; init; } = new();

    /// <summary>Seed of all draws; the service's own when left out.</summary>
    public int? Seed { get; init; }

    /// <summary>How the head is trained.</summary>
    public ImageTrainingSettings Training { get; init; } = new();

    /// <summary>What images may be learned from; the service's own limits when left out.</summary>
    public ImageCheckLimits? Checks { get; init; }

    /// <summary>False keeps the new version as challenger, however good it is.</summary>
    public bool Promote { get; init; } = true;

    /// <summary>Folder for reports as JSON and as pages; relative to the file. None are written when left out.</summary>
    public string? Reports { get; init; }

    /// <summary>What watches the embeddings of the model; nothing when left out.</summary>
    public FlowMonitor? Monitor { get; init; }
}
