namespace AspireMl.Retraining.Worker.Flows;

/// <summary>What sees the images of a flow: a registered model, or the folder of a package.</summary>
internal sealed record FlowBackbone
{
    /// <summary>A registered model.</summary>
    public string? Model { get; init; }

    /// <summary>Its version; the champion when left out.</summary>
    public string? Version { get; init; }

    /// <summary>A folder with <c>model.json</c>, relative to the file; it is registered when it is not yet.</summary>
    public string? Folder { get; init; }
}
