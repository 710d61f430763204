using System.Diagnostics;
using System.Net;
using AspireMl.Testing;
using Dapper;
using Npgsql;

namespace AspireMl.Bench.Load;

/// <summary>Pages, images and rows at once for a long time.</summary>
/// <param name="Minutes">How long.</param>
/// <param name="Answered">Answers of documents, images and rows.</param>
/// <param name="Refused">Requests that were not answered.</param>
/// <param name="Lost">Answers without a record.</param>
/// <param name="Memory">The most in each fifth of the time.</param>
internal sealed record SoakRun(double Minutes, int Answered, int Refused, long Lost, IReadOnlyList<ProcessMemory> Memory)
{
    const int Parts = 5;

    static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    static readonly Uri Ask = new("/v1/documents/ask", UriKind.Relative);
    static readonly Uri Classify = new("/v1/images/classify", UriKind.Relative);
    static readonly Uri Predict = new("/v1/tabular/roast-quality/predict", UriKind.Relative);

    public static async Task<SoakRun> MeasureAsync(TimeSpan duration)
    {
        await using var postgres = await PostgresServer.StartNewAsync();
        var database = await postgres.CreateDatabaseAsync();
        // So few that they are all there in the first minutes: what is kept on purpose must not look like growth.
        await using var api = await ApiRun.StartAsync(database, ("OcrCache__MaxDocuments", "50"));
        var row = await TypicalRow.OfAsync(api.Http, "roast-quality");
        byte[][] pages = [.. Samples.Paths.Select(File.ReadAllBytes)];
        var number = 0;

        var load = Task.WhenAll(
            Pressure.OfClientsAsync(1, duration, () => Calls.PostImageAsync(api.Http, Ask, NextPage(), ("question", "What is the total?"))),
            Pressure.OfClientsAsync(1, duration, () => Calls.PostImageAsync(api.Http, Classify, NextPage())),
            Pressure.OfClientsAsync(1, duration, () => Calls.PostAsync(api.Http, Predict, row)));
        var memory = await WatchAsync(api, load, duration);
        var parts = await load;

        var answered = parts.Sum(part => part.CountOf(HttpStatusCode.OK));
        return new(duration.TotalMinutes, answered, parts.Sum(part => part.Count) - answered, answered - await RecordedAsync(api, database), memory);

        // What follows an image's end is no part of it, but makes other bytes, so that each page is read anew.
        byte[] NextPage()
        {
            var turn = Interlocked.Increment(ref number);
            return [.. pages[turn % pages.Length], .. BitConverter.GetBytes(turn)];
        }
    }

    static async Task<IReadOnlyList<ProcessMemory>> WatchAsync(ApiRun api, Task load, TimeSpan duration)
    {
        var most = new ProcessMemory[Parts];
        Array.Fill(most, new(0, 0));
        for (var clock = Stopwatch.StartNew(); !load.IsCompleted; await Task.WhenAny(load, Task.Delay(Look)))
        {
            var part = Math.Min((int)(clock.Elapsed / duration * Parts), Parts - 1);
            most[part] = most[part].OrMore(await api.MemoryAsync());
        }

        return most;
    }

    static async Task<long> RecordedAsync(ApiRun api, string database)
    {
        while (await api.MetricAsync("aspireml_captures_pending") > 0)
        {
            await Task.Delay(Look);
        }

        await using var connection = new NpgsqlConnection(database);
        return await connection.ExecuteScalarAsync<long>("select (select count(*) from inferences) + (select count(*) from tabular_inferences)");
    }
}
