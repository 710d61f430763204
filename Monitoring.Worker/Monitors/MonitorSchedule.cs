namespace AspireMl.Monitoring.Worker.Monitors;

/// <summary>When a monitor is due.</summary>
static class MonitorSchedule
{
    /// <summary>The next time after now in the rhythm that it has; times that were missed are not made up for.</summary>
    public static DateTimeOffset Next(DateTimeOffset due, DateTimeOffset now, TimeSpan every)
    {
        var missed = Math.Max(0, (now - due).Ticks / every.Ticks);
        return due + ((missed + 1) * every);
    }
}
