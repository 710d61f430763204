using System.ComponentModel.DataAnnotations;

namespace AspireMl.Inference.Api.Capture;

/// <summary>How answers are recorded behind the requests; section <c>Capture</c>.</summary>
public sealed class CaptureOptions
{
    const long Mebibyte = 1 << 20;

    /// <value>Whether answers are recorded. Without records there is no history, nobody can judge an answer, and no drift is seen. Default true.</value>
    public bool Enabled { get; set; } = true;

    /// <value>Answered requests that may wait to be recorded; further ones are dropped and counted. Default 20,000, from 1 to 1,000,000.</value>
    [Range(1, 1_000_000)]
    public int Capacity { get; set; } = 20_000;

    /// <value>Bytes of images, words and rows that may wait for the stores. Default 256 MiB, from 1 KiB to 16 GiB.</value>
    [Range(1024L, 16384 * Mebibyte)]
    public long MaxImageBytes { get; set; } = 256 * Mebibyte;

    /// <value>Most answered requests written at once; the more, the more of them a second are recorded. Default 1000, from 1 to 10,000.</value>
    [Range(1, 10_000)]
    public int BatchSize { get; set; } = 1000;

    /// <value>Least time from one write to the next while batches are not full, so that many answers share the cost of a write. Default 100 ms, from 0 to 1 s.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:01")]
    public TimeSpan BatchInterval { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <value>First wait after a store did not answer; it doubles up to <see cref="LongestRetry"/>. Default 0.2 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <value>Longest wait between attempts. Default 5 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromSeconds(5);

    /// <value>How long a stop waits for the stores; what is left then stays in the journal. Default 8 s.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan FlushTimeout { get; set; } = TimeSpan.FromSeconds(8);

    /// <value>Folder of the journal, which keeps answers until the stores have them; a relative path counts from the content root. Default <c>.data/capture</c> at the product's root.</value>
    public string? Path { get; set; }

    /// <value>Most bytes of the journal; what finds no room waits in memory alone, and is lost when the process is killed. At 0 it keeps only what a stop leaves. Files take their room on the disk beforehand, up to 16 MiB more. Default 512 MiB, from 0 to 64 GiB.</value>
    [Range(0L, 65536 * Mebibyte)]
    public long JournalBytes { get; set; } = 512 * Mebibyte;
}
