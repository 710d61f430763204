using AspireMl.Contracts.Monitoring;
using AspireMl.Monitoring.Worker.Reports;
using AspireMl.Storage.Scheduling;
using Quartz;

namespace AspireMl.Monitoring.Worker.Monitors;

/// <summary>When a monitor is due: in a rhythm, or at the times of a cron expression. Times that were missed are made up for once.</summary>
static class MonitorTrigger
{
    const int CronFields = 6;

    /// <summary>Whether a cron expression is one, without a year.</summary>
    public static bool IsCron(string cron) =>
        cron.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == CronFields && CronExpression.TryParse(cron, out _);

    /// <summary>Whether any time of a monitor is still to come.</summary>
    public static bool HasTimes(MonitorSettings settings, TimeProvider time) =>
        Build(settings, time).Build().GetFireTimeAfter(time.GetUtcNow()) is not null;

    /// <summary>The times in words; what differs in them is due at other times.</summary>
    public static string Describe(MonitorSettings settings) =>
        settings.Cron is { } cron ? $"{cron} in {settings.TimeZone ?? TimeZoneInfo.Utc.Id}" : $"every {RhythmOf(settings).TotalSeconds} seconds";

    /// <summary>A trigger for the times from now on: of a rhythm, now is the first.</summary>
    public static TriggerBuilder<MonitorJob> Build(MonitorSettings settings, TimeProvider time) => TriggerBuilder.Create<MonitorJob>(time)
        .WithDescription(Describe(settings))
        .StartAt(time.GetUtcNow())
        .WithSchedule(settings.Cron is { } cron ? CronTimes.Of(cron, settings.TimeZone) : Rhythm(RhythmOf(settings)));

    /// <summary>A rhythm of whole seconds.</summary>
    // Of the library's rhythms only this one stays the same after a time that was missed.
    public static CalendarIntervalScheduleBuilder Rhythm(TimeSpan every) => CalendarIntervalScheduleBuilder.Create()
        .WithInterval((int)every.TotalSeconds, IntervalUnit.Second)
        .InTimeZone(TimeZoneInfo.Utc)
        .WithMisfireInstruction(CalendarIntervalTriggerMisfireInstruction.FireAndProceed);

    static TimeSpan RhythmOf(MonitorSettings settings) => WindowQuery.Length(settings.Every ?? MonitorSettings.UsualEvery, default);
}
