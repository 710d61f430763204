using System.Net;
using AspireMl.Bench.Statistics;
using AspireMl.Contracts.Clients;
using AspireMl.Testing;

namespace AspireMl.Bench.Load;

/// <summary>The median time of a one-row answer while answers are recorded and a monitor watches them, against neither.</summary>
/// <param name="OneClient">Of one client that asks again as soon as it is answered, which leaves a processor for what goes on behind the answers.</param>
/// <param name="TwoClients">Of two, which leave none.</param>
internal sealed record WatchComparison(Pairs OneClient, Pairs TwoClients)
{
    const string Model = "roast-quality";
    static readonly TimeSpan Duration = TimeSpan.FromSeconds(10);

    public static async Task<WatchComparison> MeasureAsync(int rounds)
    {
        await using var postgres = await PostgresServer.StartNewAsync();
        var database = await postgres.CreateDatabaseAsync();
        await using var watched = await ApiRun.StartAsync(database);
        await using var monitoring = await ServiceProcess.StartAsync("Monitoring.Worker", ("ConnectionStrings__database", database));
        await new MonitoringClient(monitoring.Client).AddMonitorAsync(new(new() { Name = "watch", Model = Model, Every = "5s" }));
        await using var alone = await ApiRun.StartAsync(await postgres.CreateDatabaseAsync(), ("Capture__Enabled", "false"));
        var row = await TypicalRow.OfAsync(watched.Http, Model);
        return new(await CompareAsync(1), await CompareAsync(2));

        Task<Pairs> CompareAsync(int clients) => Pairs.OfAsync(rounds, () => RunAsync(watched.Http, row, clients), () => RunAsync(alone.Http, row, clients));
    }

    static async Task<double> RunAsync(HttpClient http, byte[] row, int clients) =>
        (await Pressure.OfClientsAsync(clients, Duration, () => Calls.PostAsync(http, new($"/v1/tabular/{Model}/predict", UriKind.Relative), row))).Percentile(HttpStatusCode.OK, 0.5);
}
