namespace AspireMl.AppHost;

/// <summary>How long to wait before a restart: doubling from 0.2 s to 30 s while deaths follow each other within a minute.</summary>
internal sealed class RestartBackoff(TimeProvider time)
{
    static readonly TimeSpan First = TimeSpan.FromSeconds(0.2);
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    static readonly TimeSpan Calm = TimeSpan.FromMinutes(1);
    DateTimeOffset _last = DateTimeOffset.MinValue;
    TimeSpan _delay = First;

    public TimeSpan NextDelay()
    {
        var now = time.GetUtcNow();
        _delay = now - _last > Calm ? First : TimeSpan.FromTicks(Math.Min(2 * _delay.Ticks, Longest.Ticks));
        _last = now;
        return _delay;
    }
}
