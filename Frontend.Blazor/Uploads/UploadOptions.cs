using System.ComponentModel.DataAnnotations;

namespace AspireMl.Frontend.Blazor.Uploads;

internal sealed class UploadOptions
{
    /// <value>Most bytes an image may have. Default 20 MB, from 1 kB to 200 MB.</value>
    [Range(1_000, 200_000_000)]
    public long MaxBytes { get; set; } = 20_000_000;

    /// <value>Most uploads that wait for their page to take them. Default 64, from 1 to 10,000.</value>
    [Range(1, 10_000)]
    public int MaxPending { get; set; } = 64;

    /// <value>How long an upload waits before it is deleted. Default 2 minutes, from 1 second to 1 hour.</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan PendingFor { get; set; } = TimeSpan.FromMinutes(2);
}
