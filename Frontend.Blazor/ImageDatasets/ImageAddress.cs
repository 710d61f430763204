namespace AspireMl.Frontend.Blazor.ImageDatasets;

/// <summary>Where images and pages about them are.</summary>
internal static class ImageAddress
{
    /// <summary>The page of a dataset.</summary>
    public static string OfDataset(string dataset, int? version = null, string? split = null, string? label = null, string? cursor = null)
    {
        (string Name, string? Value)[] query = [("version", version?.ToString()), ("split", split), ("label", label), ("cursor", cursor)];
        var given = query.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}");
        return $"image-datasets/{Uri.EscapeDataString(dataset)}?{string.Join('&', given)}".TrimEnd('?');
    }

    /// <summary>A small JPEG of an image.</summary>
    public static string OfThumbnail(string dataset, string sha256) => $"image-datasets/{Uri.EscapeDataString(dataset)}/images/{sha256}/thumbnail";

    /// <summary>What was looked for in a version, as a page of its own.</summary>
    public static string OfChecks(string dataset, int version) => $"image-datasets/{Uri.EscapeDataString(dataset)}/versions/{version}/checks";
}
