namespace AspireMl.Retraining.Worker.Flows;

/// <summary>Where the images of a flow come from: a folder, an archive, or a version that is there already.</summary>
internal sealed record FlowDataset
{
    /// <summary>Name of the image dataset; that of the model when left out.</summary>
    public string? Name { get; init; }

    /// <summary>A folder of class folders, relative to the file.</summary>
    public string? Folder { get; init; }

    /// <summary>A .zip of class folders, relative to the file.</summary>
    public string? Archive { get; init; }

    /// <summary>A version that is there already; the newest when neither folder nor archive nor version is given.</summary>
    public int? Version { get; init; }

    /// <summary><c>replace</c>, or <c>add</c> to the images that are there.</summary>
    public string? Mode { get; init; }
}
