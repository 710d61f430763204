using System.ComponentModel.DataAnnotations;

namespace AspireMl.Inference.Api.Uploads;

/// <summary>Bounds on what clients may send; section <c>Uploads</c>.</summary>
public sealed class UploadOptions
{
    const int Mebibyte = 1 << 20;

    /// <value>Most bytes of an image. Default 20 MiB, from 1 KiB to 200 MiB.</value>
    [Range(1024, 200 * Mebibyte)]
    public int MaxImageBytes { get; set; } = 20 * Mebibyte;

    /// <value>Most bytes of all uploads that are in memory at once; one more is refused with 429. Default 256 MiB, from 1 KiB to 16 GiB.</value>
    [Range(1024L, 16384L * Mebibyte)]
    public long MaxBytesInMemory { get; set; } = 256L * Mebibyte;

    /// <value>How long an upload may take. Default one minute, from a second to an hour.</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(1);
}
