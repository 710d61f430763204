using AspireMl.Contracts.Datasets;
using AspireMl.Contracts.Schedules;

namespace AspireMl.Frontend.Blazor.Schedules;

/// <summary>A schedule while somebody types it.</summary>
public sealed class ScheduleDraft
{
    /// <summary>The schedule that is changed; null for a new one.</summary>
    public string? Known { get; private init; }

    /// <summary>Its name.</summary>
    public string Name { get; set; } = "";

    /// <summary>One of <see cref="ScheduleKinds"/>.</summary>
    public string Kind { get; set; } = ScheduleKinds.Training;

    /// <summary>The model.</summary>
    public string Model { get; set; } = "";

    /// <summary>When.</summary>
    public string Cron { get; set; } = ScheduleText.Usual[2].Cron;

    /// <summary>In which zone.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>Where rows go.</summary>
    public string Split { get; set; } = DatasetSplits.Training;

    /// <summary>Where rows come from; empty for the drop folder.</summary>
    public string Url { get; set; } = "";

    /// <summary>Whether everything is there that cannot be left out.</summary>
    public bool IsComplete => Name.Trim().Length > 0 && Model.Length > 0 && Cron.Trim().Length > 0;

    /// <summary>A schedule to be changed.</summary>
    public static ScheduleDraft Of(ScheduleRecord schedule) => new()
    {
        Known = schedule.Name,
        Name = schedule.Name,
        Kind = schedule.Settings.Kind,
        Model = schedule.Settings.Model,
        Cron = schedule.Settings.Cron,
        TimeZone = schedule.Settings.TimeZone ?? "UTC",
        Split = schedule.Settings.Split ?? DatasetSplits.Training,
        Url = schedule.Settings.Url ?? "",
    };

    /// <summary>As the service takes it.</summary>
    public ScheduleSettings ToSettings() => new()
    {
        Kind = Kind,
        Model = Model,
        Cron = Cron.Trim(),
        TimeZone = TimeZone.Trim() is { Length: > 0 } zone ? zone : null,
        Split = Kind == ScheduleKinds.Import ? Split : null,
        Url = Kind == ScheduleKinds.Import && Url.Trim() is { Length: > 0 } url ? url : null,
    };
}
