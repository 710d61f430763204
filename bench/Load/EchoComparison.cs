using AspireMl.Bench.Statistics;
using AspireMl.Testing;

namespace AspireMl.Bench.Load;

/// <summary>Requests per second of a whole answer — read, checked, predicted, counted, recorded — against a bare echo endpoint; the model does next to nothing.</summary>
internal static class EchoComparison
{
    const int Clients = 8;

    public static async Task<Pairs> MeasureAsync(int rounds)
    {
        await using var postgres = await PostgresServer.StartNewAsync();
        await using var api = await ApiRun.StartAsync(await postgres.CreateDatabaseAsync());
        await IdleModel.RegisterAsync(api.Http);
        await using var echo = await ServiceProcess.StartAsync("Bench.Load");
        return await Pairs.OfAsync(rounds, () => RunAsync(api.Http, IdleModel.Path), () => RunAsync(echo.Client, EchoServer.Path));
    }

    static Task<double> RunAsync(HttpClient http, Uri path) => OneRowAnswers.PerSecondAsync(http, path, IdleModel.Body, Clients);
}
