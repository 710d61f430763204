using AspireMl.Bench.Statistics;
using AspireMl.Testing;

namespace AspireMl.Bench.Load;

/// <summary>One-row answers a second of many clients where requests share runs of the model, against a service where each row is a run of its own.</summary>
internal static class SharedRunsComparison
{
    const string Model = "roast-quality";
    const int Clients = 32;

    public static async Task<Pairs> MeasureAsync(int rounds)
    {
        await using var postgres = await PostgresServer.StartNewAsync();
        await using var shared = await ApiRun.StartAsync(await postgres.CreateDatabaseAsync());
        await using var alone = await ApiRun.StartAsync(await postgres.CreateDatabaseAsync(), ("Tabular__MaxSharedRows", "1"));
        var row = await TypicalRow.OfAsync(shared.Http, Model);
        return await Pairs.OfAsync(rounds, () => RunAsync(shared.Http, row), () => RunAsync(alone.Http, row));
    }

    static Task<double> RunAsync(HttpClient http, byte[] row) => OneRowAnswers.PerSecondAsync(http, new($"/v1/tabular/{Model}/predict", UriKind.Relative), row, Clients);
}
