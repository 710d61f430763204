namespace AspireMl.Storage.Objects.Folder;

/// <summary>Where the objects are kept when no S3 server keeps them; section <c>Objects</c>.</summary>
public sealed class FolderObjectStoreOptions
{
    /// <value>The folder; a relative path counts from the content root. Default <c>.data/objects</c> at the product's root.</value>
    public string? Path { get; set; }
}
