using System.ComponentModel.DataAnnotations;

namespace AspireMl.Retraining.Worker.ImageDatasets;

/// <summary>Bounds of imports of images; section <c>ImageDatasets</c>.</summary>
public sealed class ImageDatasetOptions
{
    /// <value>Most bytes of an archive. Default 1 GiB, from 1 KiB to 64 GiB.</value>
    [Range(1L << 10, 1L << 36)]
    public long MaxArchiveBytes { get; set; } = 1L << 30;

    /// <value>Most bytes of all files of an import together, after unpacking. Default 4 GiB, from 1 KiB to 256 GiB.</value>
    [Range(1L << 10, 1L << 38)]
    public long MaxUnpackedBytes { get; set; } = 4L << 30;

    /// <value>Most bytes of one file. Default 32 MiB, from 1 KiB to 1 GiB.</value>
    [Range(1 << 10, 1 << 30)]
    public int MaxFileBytes { get; set; } = 32 << 20;

    /// <value>Most files and folders of an import, and most images of a version. Default 60,000, from 1 to 1 million.</value>
    [Range(1, 1_000_000)]
    public int MaxFiles { get; set; } = 60_000;

    /// <value>How many times its packed size a file of more than a megabyte may have: images hardly shrink, bombs do. Default 100, from 2 to 2,000.</value>
    [Range(2, 2000)]
    public int MaxRatio { get; set; } = 100;

    /// <value>Files that gave no entry which are listed with their reasons; all are counted. Default 100, from 1 to 10,000.</value>
    [Range(1, 10_000)]
    public int ListedFiles { get; set; } = 100;

    /// <value>How long an upload may take. Default 30 minutes, from a second to a day.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(30);
}
