using System.Net;
using AspireMl.Bench.Statistics;
using AspireMl.Contracts.Clients;
using AspireMl.Testing;

namespace AspireMl.Bench.Load;

/// <summary>The median time of a one-row answer while answers are recorded and a monitor watches them, against neither.</summary>
internal static class WatchComparison
{
    const string Model = "roast-quality";
    const int Clients = 2;
    static readonly TimeSpan Duration = TimeSpan.FromSeconds(10);

    public static async Task<Pairs> MeasureAsync(int rounds)
    {
        await using var postgres = await PostgresServer.StartNewAsync();
        var database = await postgres.CreateDatabaseAsync();
        await using var watched = await ApiRun.StartAsync(database);
        await using var monitoring = await ServiceProcess.StartAsync("Monitoring.Worker", ("ConnectionStrings__database", database));
        await new MonitoringClient(monitoring.Client).AddMonitorAsync(new(new() { Name = "watch", Model = Model, Every = "5s" }));
        await using var alone = await ApiRun.StartAsync(await postgres.CreateDatabaseAsync(), ("Capture__Enabled", "false"));
        var row = await TypicalRow.OfAsync(watched.Http, Model);
        return await Pairs.OfAsync(rounds, () => RunAsync(watched.Http, row), () => RunAsync(alone.Http, row));
    }

    static async Task<double> RunAsync(HttpClient http, byte[] row) =>
        (await Pressure.OfClientsAsync(Clients, Duration, () => Calls.PostAsync(http, new($"/v1/tabular/{Model}/predict", UriKind.Relative), row))).Percentile(HttpStatusCode.OK, 0.5);
}
