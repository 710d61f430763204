using System.Net;
using AspireMl.Bench.Statistics;
using AspireMl.Testing;

namespace AspireMl.Bench.Load;

/// <summary>Requests per second of a whole answer — read, checked, predicted, counted, recorded — against a bare echo endpoint; the model does next to nothing.</summary>
internal static class EchoComparison
{
    const int Clients = 8;
    static readonly TimeSpan Duration = TimeSpan.FromSeconds(5);

    public static async Task<Pairs> MeasureAsync(int rounds)
    {
        await using var postgres = await PostgresServer.StartNewAsync();
        await using var api = await ApiRun.StartAsync(await postgres.CreateDatabaseAsync());
        await IdleModel.RegisterAsync(api.Http);
        await using var echo = await ServiceProcess.StartAsync("Bench.Load");
        return await Pairs.OfAsync(rounds, () => RunAsync(api.Http, IdleModel.Path), () => RunAsync(echo.Client, EchoServer.Path));
    }

    static async Task<double> RunAsync(HttpClient http, Uri path)
    {
        var pressure = await Pressure.OfClientsAsync(Clients, Duration, () => Calls.PostAsync(http, path, IdleModel.Body));
        return pressure.CountOf(HttpStatusCode.OK) == pressure.Count
            ? pressure.PerSecond(HttpStatusCode.OK)
            : throw new InvalidOperationException($"{pressure.Count - pressure.CountOf(HttpStatusCode.OK)} of {pressure.Count} requests were refused.");
    }
}
