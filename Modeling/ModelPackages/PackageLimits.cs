using System.ComponentModel.DataAnnotations;

namespace AspireMl.Modeling.ModelPackages;

/// <summary>How large a model package may be.</summary>
public sealed class PackageLimits
{
    /// <value>Most files beside <c>model.json</c>. Default 64, from 1 to 10,000.</value>
    [Range(1, 10_000)]
    public int MaxFiles { get; set; } = 64;

    /// <value>Most bytes of all files together, after unpacking. Default 4 GiB, from 1 KiB to 256 GiB.</value>
    [Range(1L << 10, 1L << 38)]
    public long MaxBytes { get; set; } = 4L << 30;
}
