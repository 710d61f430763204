using AspireMl.Contracts.Monitoring;
using AspireMl.Monitoring.Worker.Reports;
using AspireMl.ServiceDefaults.Refusals;
using Quartz;

namespace AspireMl.Monitoring.Worker.Monitors;

/// <summary>When a monitor is due: in a rhythm, or at the times of a cron expression. Times that were missed are not made up for.</summary>
static class MonitorSchedule
{
    const int CronFields = 6;

    /// <summary>Whether a cron expression is one, without a year.</summary>
    public static bool IsCron(string cron) =>
        cron.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == CronFields && CronExpression.TryParse(cron, out _);

    /// <summary>When a monitor that was added or changed looks first: at once, or at the first time of its cron expression.</summary>
    /// <exception cref="RefusalException">There is no such time: status 400.</exception>
    public static DateTimeOffset First(MonitorSettings settings, DateTimeOffset now) => settings.Cron is null
        ? now
        : TimeAfter(settings, now) ?? throw Refusal.Malformed("cron names no time that is still to come.");

    /// <summary>When a monitor that has just looked does so again.</summary>
    public static DateTimeOffset Next(MonitorRecord monitor, DateTimeOffset now) => monitor.Settings.Cron is null
        ? Next(monitor.NextRunAt, now, WindowQuery.Length(monitor.Settings.Every ?? MonitorSettings.UsualEvery, default))
        // The library looks some centuries ahead; what it cannot find there is never.
        : TimeAfter(monitor.Settings, now) ?? DateTimeOffset.MaxValue;

    static DateTimeOffset Next(DateTimeOffset due, DateTimeOffset now, TimeSpan every)
    {
        var missed = Math.Max(0, (now - due).Ticks / every.Ticks);
        return due + ((missed + 1) * every);
    }

    static DateTimeOffset? TimeAfter(MonitorSettings settings, DateTimeOffset now)
    {
        var zone = settings.TimeZone is { } id ? TimeZoneInfo.FindSystemTimeZoneById(id) : TimeZoneInfo.Utc;
        return new CronExpression(settings.Cron!, zone).GetNextValidTimeAfter(now);
    }
}
