using System.ComponentModel.DataAnnotations;

namespace AspireMl.Retraining.Worker.Datasets;

/// <summary>Bounds of uploads; section <c>Datasets</c>.</summary>
public sealed class DatasetOptions
{
    /// <value>Most bytes of a CSV upload. Default 1 GiB, from 1 KiB to 1 TiB.</value>
    [Range(1L << 10, 1L << 40)]
    public long MaxCsvBytes { get; set; } = 1L << 30;

    /// <value>Most bytes of a JSON upload. Default 64 MiB, from 1 KiB to 1 GiB.</value>
    [Range(1L << 10, 1L << 30)]
    public long MaxJsonBytes { get; set; } = 64L << 20;

    /// <value>Most bytes of one row of CSV. Default 256 KiB, from 1 KiB to 16 MiB.</value>
    [Range(1 << 10, 16 << 20)]
    public int MaxRowBytes { get; set; } = 256 << 10;

    /// <value>Rejected rows of an upload that are listed with their reasons; all are counted. Default 100, from 1 to 10,000.</value>
    [Range(1, 10_000)]
    public int ListedRejections { get; set; } = 100;

    /// <value>How far ahead the clock of a sender may be before its rows are rejected. Default 5 minutes, from none to a day.</value>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan ClockTolerance { get; set; } = TimeSpan.FromMinutes(5);
}
