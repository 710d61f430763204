using System.ComponentModel.DataAnnotations;

namespace AspireMl.Retraining.Worker.Schedules;

/// <summary>What schedules may do and how; section <c>Schedules</c>.</summary>
public sealed class ScheduleOptions
{
    /// <value>The folder with a folder for each dataset, and in it one for each split, that CSV files are dropped in; <c>.data/drop</c> at the root of the product when empty.</value>
    public string? DropFolder { get; set; }

    /// <value>How long a dropped file must have been left alone before it is read, so that none is read half written. Default 5 seconds, from none to an hour.</value>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan Settled { get; set; } = TimeSpan.FromSeconds(5);

    /// <value>Hosts that files may be fetched from. Default none: whoever may change schedules could otherwise look into the network behind this service.</value>
    public IList<string> Hosts { get; } = [];
}
