using System.Diagnostics;
using System.Net;
using System.Text.Json;
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
            () => RunAsync(client, loop, jobs, id => Message(id, row), cancellation).GetAwaiter().GetResult(),
            () => loop.RunAsync([.. Enumerable.Range(0, jobs).Select(_ => Message(Guid.CreateVersion7(), row))], cancellation).GetAwaiter().GetResult()));
    }

    static async Task RunAsync(JobClient client, RabbitLoop loop, int jobs, Func<Guid, byte[]> toMessage, CancellationToken cancellation)
    {
        Guid[] ids = [.. Enumerable.Range(0, jobs).Select(_ => Guid.CreateVersion7())];
        var before = (await client.CountAsync(cancellation))[JobStatuses.Finished];
        await loop.PublishAsync("aspireml.jobs", Service, [.. ids.Select(toMessage)], cancellation);
        // Counting them costs the more the more there are, so it waits for the last one.
        await UntilAsync(() => IsFinishedAsync(client, ids[^1], cancellation), cancellation);
        await UntilAsync(async () => (await client.CountAsync(cancellation))[JobStatuses.Finished] >= before + jobs, cancellation);
    }

    static async Task UntilAsync(Func<Task<bool>> holds, CancellationToken cancellation)
    {
        for (var clock = Stopwatch.StartNew(); !await holds(); await Task.Delay(10, cancellation))
        {
            if (clock.Elapsed > Patience)
            {
                throw new TimeoutException("The jobs were not all finished in time.");
            }
        }
    }

    static async Task<bool> IsFinishedAsync(JobClient client, Guid jobId, CancellationToken cancellation)
    {
        try
        {
            return (await client.GetAsync(jobId, cancellation)).Status == JobStatuses.Finished;
        }
        catch (ApiException absent) when (absent.Status == HttpStatusCode.NotFound)
        {
            // It waits in the queue, and nobody has begun it.
            return false;
        }
    }

    static byte[] Message(Guid jobId, Dictionary<string, double> row) => JsonSerializer.SerializeToUtf8Bytes(
        new { service = Service, jobId, sentAt = DateTimeOffset.UtcNow, payload = new { instances = new[] { row } } });
}
