namespace AspireMl.Storage.MongoDb;

/// <summary>Times as microseconds since 1970 in UTC: MongoDB's own dates know whole milliseconds only, which is too coarse for cursors.</summary>
static class MongoTime
{
    public static long ToMongo(this DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset FromMongo(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
}
