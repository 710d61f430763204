using System.Diagnostics;
using System.Text.Json;
using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Jobs;
using AspireMl.Contracts.Models;
using AspireMl.Testing;

namespace AspireMl.Bench.Load;

/// <summary>Processes of Inference.Api that share a database and a queue, and do jobs by sleeping.</summary>
internal sealed class Replicas(IReadOnlyList<ApiRun> runs) : IAsyncDisposable
{
    const string Model = "roast-quality";
    const int Publishers = 8;
    static readonly JsonElement Payload = JsonElement.Parse("{}");
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    readonly JobClient _jobs = new(runs[0].Http);

    /// <summary>Starts them with a database of their own and a queue of the server's.</summary>
    public static async Task<Replicas> StartAsync(PostgresServer postgres, RabbitMqServer rabbit, int count)
    {
        var database = await postgres.CreateDatabaseAsync();
        List<ApiRun> runs = [];
        for (var replica = 0; replica < count; replica++)
        {
            runs.Add(await ApiRun.StartAsync(database, [("ConnectionStrings__queue", rabbit.ConnectionString), .. SleepingModels.Settings]));
        }

        var replicas = new Replicas(runs);
        await replicas._jobs.PutServiceAsync(new($"sleeping-{count}", Model, ModelAliases.Champion));
        return replicas;
    }

    /// <summary>Submits jobs and waits until all are finished.</summary>
    /// <returns>Jobs per second.</returns>
    public async Task<double> RunAsync(int count)
    {
        var before = await FinishedAsync();
        var clock = Stopwatch.StartNew();
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = Publishers }, async (_, cancellation) => await _jobs.SubmitAsync(Model, Payload, cancellation));
        while (await FinishedAsync() < before + count)
        {
            await Task.Delay(20);
            if (clock.Elapsed > Patience)
            {
                throw new TimeoutException("The jobs were not all finished in time.");
            }
        }

        return count / clock.Elapsed.TotalSeconds;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var run in runs)
        {
            await run.DisposeAsync();
        }
    }

    async Task<long> FinishedAsync() => (await _jobs.CountAsync())[JobStatuses.Finished];
}
