namespace AspireMl.Storage.Documents;

/// <summary>Times as the stores keep them.</summary>
static class RecordedTime
{
    /// <summary>The time in UTC, without what is finer than a microsecond.</summary>
    public static DateTimeOffset ToWholeMicroseconds(this DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
