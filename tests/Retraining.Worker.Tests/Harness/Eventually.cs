using System.Diagnostics;

namespace AspireMl.Retraining.Worker.Tests.Harness;

/// <summary>Waits for what happens behind a request, with a bound.</summary>
static class Eventually
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task TrueAsync(Func<Task<bool>> condition)
    {
        for (var watch = Stopwatch.StartNew(); !await condition(); await Task.Delay(10))
        {
            Assert.True(watch.Elapsed < Patience, $"Not so after {Patience.TotalSeconds} s.");
        }
    }

    public static Task TrueAsync(Func<bool> condition) => TrueAsync(() => Task.FromResult(condition()));
}
