using System.ComponentModel.DataAnnotations;

namespace AspireMl.Inference.Api.Models.Registry;

/// <summary>Bounds on uploaded packages; section <c>ModelUploads</c>.</summary>
public sealed class ModelUploadOptions
{
    /// <value>Most bytes of a package, as an archive and unpacked. Default 1 GiB, from 1 KiB to 256 GiB.</value>
    [Range(1L << 10, 1L << 38)]
    public long MaxBytes { get; set; } = 1L << 30;

    /// <value>How long an upload may take. Default 10 minutes, from a second to a day.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(10);
}
