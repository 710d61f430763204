using System.ComponentModel.DataAnnotations;

namespace AspireMl.Modeling.Decoding;

/// <summary>Bounds on the images that are accepted.</summary>
public sealed class DecodeOptions
{
    /// <value>Most pixels that one image or page may have. Default 25 million, from 10,000 to 100 million.</value>
    [Range(10_000, 100_000_000)]
    public int MaxPixels { get; set; } = 25_000_000;

    /// <value>Most pixels that all pages of a file may have together. Default 60 million, from 10,000 to 400 million.</value>
    [Range(10_000, 400_000_000)]
    public int MaxTotalPixels { get; set; } = 60_000_000;

    /// <value>Most pages of a multi-page TIFF. Default 10, from 1 to 100.</value>
    [Range(1, 100)]
    public int MaxPages { get; set; } = 10;

    /// <value>Least width and least height in pixels. Default 16, from 1 to 1000.</value>
    [Range(1, 1000)]
    public int MinSide { get; set; } = 16;

    /// <value>Files decoded at once; further ones wait. Default 2, from 1 to 64.</value>
    [Range(1, 64)]
    public int Concurrency { get; set; } = 2;
}
