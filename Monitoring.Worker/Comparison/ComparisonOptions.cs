using System.ComponentModel.DataAnnotations;

namespace AspireMl.Monitoring.Worker.Comparison;

/// <summary>Bounds of the comparison of files; section <c>Comparison</c>.</summary>
sealed class ComparisonOptions
{
    /// <value>Largest file in bytes. Default 256 MiB, from 1 KiB to 1 GiB.</value>
    [Range(1024, 1024 * 1024 * 1024)]
    public int MaxFileBytes { get; set; } = 256 * 1024 * 1024;

    /// <value>Most columns of a file. Default 1,000, from 1 to 10,000.</value>
    [Range(1, 10_000)]
    public int MaxColumns { get; set; } = 1000;

    /// <value>Most values (rows × columns) of a file; a number takes 8 bytes of memory. Default 25 million, from 1,000 to 250 million.</value>
    [Range(1000, 250_000_000)]
    public int MaxValues { get; set; } = 25_000_000;

    /// <value>Longest row in bytes; a quote that is not closed makes a row of the rest of the file. Default 1 MiB, from 1 KiB to 16 MiB.</value>
    [Range(1024, 16 * 1024 * 1024)]
    public int MaxRowBytes { get; set; } = 1024 * 1024;

    /// <value>Comparisons at the same time. Default 2, from 1 to 64.</value>
    [Range(1, 64)]
    public int Concurrency { get; set; } = 2;

    /// <value>Comparisons that may wait, before their files are read; others are asked to come back. Default 8, from 0 to 1,000.</value>
    [Range(0, 1000)]
    public int Queue { get; set; } = 8;
}
