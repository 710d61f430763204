using System.Net;

namespace AspireMl.Bench.Load;

/// <summary>Clients that each ask about one row again and again.</summary>
internal static class OneRowAnswers
{
    static readonly TimeSpan Duration = TimeSpan.FromSeconds(5);

    /// <summary>How many a second are answered.</summary>
    /// <exception cref="InvalidOperationException">One was refused.</exception>
    public static async Task<double> PerSecondAsync(HttpClient http, Uri path, byte[] row, int clients)
    {
        var pressure = await Pressure.OfClientsAsync(clients, Duration, () => Calls.PostAsync(http, path, row));
        return pressure.CountOf(HttpStatusCode.OK) == pressure.Count
            ? pressure.PerSecond(HttpStatusCode.OK)
            : throw new InvalidOperationException($"{pressure.Count - pressure.CountOf(HttpStatusCode.OK)} of {pressure.Count} requests were refused.");
    }
}
