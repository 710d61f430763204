using Quartz;

namespace AspireMl.Storage.Scheduling;

/// <summary>The times of cron expressions.</summary>
public static class CronTimes
{
    /// <summary>When a trigger is due. Times that were missed are made up for once.</summary>
    /// <param name="cron">The expression.</param>
    /// <param name="zone">The name of its time zone; UTC when null.</param>
    public static CronScheduleBuilder Of(string cron, string? zone) => CronScheduleBuilder.Create(cron)
        .InTimeZone(zone is null ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(zone))
        .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed);
}
