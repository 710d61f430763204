namespace AspireMl.Contracts.Models;

/// <summary>How an image gets the size of a graph's input.</summary>
public static class ImageResizing
{
    /// <summary>Both sides are fitted; proportions are not kept.</summary>
    public const string Stretch = "stretch";

    /// <summary>The shorter side is fitted, proportions are kept, and the centre is cut out.</summary>
    public const string Crop = "crop";
}
