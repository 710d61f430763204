using System.Diagnostics;
using AspireMl.Bench.Documents;
using AspireMl.Bench.Statistics;
using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Jobs;
using AspireMl.Testing;

namespace AspireMl.Bench.Tabular;

/// <summary>Jobs through queue, record, prediction and record again, against the same messages that are only published, consumed and acknowledged.</summary>
/// <param name="Jobs">Jobs of a run.</param>
/// <param name="Runs">Pairs of runs.</param>
internal sealed record JobComparison(int Jobs, PairedRuns Runs)
{
    const string Service = "bench";
    const string Model = "roast-quality";
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task<JobComparison> MeasureAsync(int rounds, int jobs, CancellationToken cancellation)
    {
        await using var rabbit = await RabbitMqServer.StartNewAsync();
        await using var server = await ServerRun.StartAsync(
            ("ConnectionStrings__queue", rabbit.ConnectionString), ("Jobs__Prefetch", $"{RabbitLoop.Prefetch}"), ("Jobs__ServicesRefresh", "00:00:00.100"));
        var client = new JobClient(server.Http);
        await client.PutServiceAsync(new(Service, Model, "champion"), cancellation);
        await using var loop = await RabbitLoop.OpenAsync(rabbit.ConnectionString, cancellation);
        var card = (await new InferenceClient(server.Http).GetModelAsync(Model, cancellation)).Versions[0];
        var row = card.Tabular!.Features.ToDictionary(feature => feature.Name, feature => feature.Typical!.Value);
        return new(jobs, PairedRuns.Of(
            rounds,
            () => RunAsync(client, loop, Messages(row, jobs), cancellation).GetAwaiter().GetResult(),
            () => loop.RunAsync(Messages(row, jobs), cancellation).GetAwaiter().GetResult()));
    }

    static async Task RunAsync(JobClient client, RabbitLoop loop, byte[][] messages, CancellationToken cancellation)
    {
        var before = (await client.CountAsync(cancellation))[JobStatuses.Finished];
        await loop.PublishAsync("aspireml.jobs", Service, messages, cancellation);
        for (var clock = Stopwatch.StartNew(); (await client.CountAsync(cancellation))[JobStatuses.Finished] < before + messages.Length; await Task.Delay(25, cancellation))
        {
            if (clock.Elapsed > Patience)
            {
                throw new TimeoutException("The jobs were not all finished in time.");
            }
        }
    }

    static byte[][] Messages(Dictionary<string, double> row, int count) =>
    [
        .. Enumerable.Range(0, count).Select(_ => System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(
            new { service = Service, jobId = Guid.CreateVersion7(), sentAt = DateTimeOffset.UtcNow, payload = new { instances = new[] { row } } })),
    ];
}
