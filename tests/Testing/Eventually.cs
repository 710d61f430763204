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

    /// <summary>Waits for a count, as long as it goes on growing.</summary>
    /// <param name="count">What there is.</param>
    /// <param name="goal">What there must be in the end; it may still grow too.</param>
    /// <exception cref="TimeoutException">It stands still before.</exception>
    public static async Task GrowsToAsync(Func<Task<long>> count, Func<Task<long>> goal)
    {
        var seen = -1L;
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(10))
        {
            var (now, wanted) = (await count(), await goal());
            if (now == wanted)
            {
                return;
            }

            if (now > seen)
            {
                seen = now;
                watch.Restart();
            }
            else if (watch.Elapsed > Patience)
            {
                throw new TimeoutException($"There are {now} of {wanted}, and no more for {Patience.TotalSeconds} s.");
            }
        }
    }

    /// <summary>Waits until a server answers a request as one that went well.</summary>
    /// <param name="client">Calls it.</param>
    /// <param name="path">What is asked for.</param>
    /// <param name="holds">Says that it can still come to that; throws where it cannot.</param>
    /// <exception cref="TimeoutException">It does not in the end.</exception>
    public static Task AnsweredAsync(HttpClient client, string path, Action? holds = null) => TrueAsync(async () =>
    {
        holds?.Invoke();
        try
        {
            using var response = await client.GetAsync(path);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    });

    /// <exception cref="TimeoutException">It is not so in the end.</exception>
    public static Task TrueAsync(Func<bool> condition) => TrueAsync(() => Task.FromResult(condition()));
}
