using System.ComponentModel.DataAnnotations;

namespace AspireMl.Inference.Api.Images;

/// <summary>Bounds on the classification of images; section <c>Images</c>.</summary>
public sealed class ImageOptions
{
    const int Mebibyte = 1 << 20;

    /// <value>Most images of a batch. Default 32, from 1 to 32.</value>
    [Range(1, 32)]
    public int MaxBatch { get; set; } = 32;

    /// <value>Most bytes of a batch. Default 64 MiB, from 1 KiB to 1 GiB.</value>
    [Range(1024, 1024 * Mebibyte)]
    public int MaxBatchBytes { get; set; } = 64 * Mebibyte;
}
