using System.Diagnostics;

namespace AspireMl.Testing;

/// <summary>Waits for what happens behind a request, with a bound.</summary>
public static class Eventually
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <exception cref="TimeoutException">It is not so in the end.</exception>
    public static async Task TrueAsync(Func<Task<bool>> condition)
    {
        for (var watch = Stopwatch.StartNew(); !await condition(); await Task.Delay(10))
        {
            if (watch.Elapsed > Patience)
            {
                throw new TimeoutException($"Not so after {Patience.TotalSeconds} s.");
            }
        }
    }

    /// <exception cref="TimeoutException">It is not so in the end.</exception>
    public static Task TrueAsync(Func<bool> condition) => TrueAsync(() => Task.FromResult(condition()));
}
