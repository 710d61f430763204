namespace AspireMl.AppHost.Tests;

public sealed class RestartBackoffTests
{
    [Fact]
    public void Waits_longer_while_deaths_follow_each_other_and_never_longer_than_30_seconds()
    {
        var backoff = new RestartBackoff(new Clock());

        var delays = Enumerable.Range(0, 12).Select(_ => backoff.NextDelay().TotalSeconds).ToList();

        Assert.Equal([0.2, 0.4, 0.8, 1.6], delays.Take(4));
        Assert.Equal(30, delays[^1]);
    }

    [Fact]
    public void Starts_at_once_again_after_a_calm_minute()
    {
        var clock = new Clock();
        var backoff = new RestartBackoff(clock);
        backoff.NextDelay();
        backoff.NextDelay();

        clock.Now += TimeSpan.FromSeconds(61);

        Assert.Equal(0.2, backoff.NextDelay().TotalSeconds);
    }

    sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
