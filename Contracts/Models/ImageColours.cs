namespace AspireMl.Contracts.Models;

/// <summary>Orders of colour planes.</summary>
public static class ImageColours
{
    /// <summary>Red, green, blue.</summary>
    public const string Rgb = "rgb";

    /// <summary>Blue, green, red.</summary>
    public const string Bgr = "bgr";
}
