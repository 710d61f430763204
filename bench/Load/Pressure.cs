using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace AspireMl.Bench.Load;

/// <summary>Requests of many clients, and how long each took.</summary>
internal sealed class Pressure
{
    readonly ConcurrentQueue<(HttpStatusCode Status, double Milliseconds)> _answers = [];
    TimeSpan _elapsed;

    Pressure()
    {
    }

    public int Count => _answers.Count;

    /// <summary>Clients that each ask again as soon as they are answered.</summary>
    /// <param name="clients">How many.</param>
    /// <param name="duration">How long they go on.</param>
    /// <param name="ask">One request.</param>
    public static Task<Pressure> OfClientsAsync(int clients, TimeSpan duration, Func<Task<HttpStatusCode>> ask) => MeasureAsync(async (pressure, clock) =>
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            while (clock.Elapsed < duration)
            {
                await pressure.AskAsync(ask);
            }
        }))));

    /// <summary>Requests that come at a steady rate, whether the ones before are answered or not.</summary>
    /// <param name="perSecond">The rate.</param>
    /// <param name="duration">How long they go on.</param>
    /// <param name="ask">One request.</param>
    public static Task<Pressure> OfArrivalsAsync(double perSecond, TimeSpan duration, Func<Task<HttpStatusCode>> ask) => MeasureAsync(async (pressure, clock) =>
    {
        List<Task> asked = [];
        while (clock.Elapsed < duration)
        {
            for (var due = (int)(clock.Elapsed.TotalSeconds * perSecond); asked.Count < due;)
            {
                asked.Add(pressure.AskAsync(ask));
            }

            await Task.Delay(1);
        }

        await Task.WhenAll(asked);
    });

    public int CountOf(HttpStatusCode status) => _answers.Count(answer => answer.Status == status);

    public double PerSecond(HttpStatusCode status) => CountOf(status) / _elapsed.TotalSeconds;

    /// <summary>The time under which a part of the answers of a status stays, in milliseconds.</summary>
    public double Percentile(HttpStatusCode status, double part)
    {
        double[] sorted = [.. _answers.Where(answer => answer.Status == status).Select(answer => answer.Milliseconds).Order()];
        return sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(part * sorted.Length))];
    }

    static async Task<Pressure> MeasureAsync(Func<Pressure, Stopwatch, Task> run)
    {
        var (pressure, clock) = (new Pressure(), Stopwatch.StartNew());
        await run(pressure, clock);
        pressure._elapsed = clock.Elapsed;
        return pressure;
    }

    async Task AskAsync(Func<Task<HttpStatusCode>> ask)
    {
        var start = Stopwatch.GetTimestamp();
        var status = await ask();
        _answers.Enqueue((status, Stopwatch.GetElapsedTime(start).TotalMilliseconds));
    }
}
