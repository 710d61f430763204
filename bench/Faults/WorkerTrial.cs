using AspireMl.Contracts.Training;

namespace AspireMl.Bench.Faults;

/// <summary>Lets a fault happen while a model is trained and another is watched.</summary>
internal static class WorkerTrial
{
    public static async Task<WorkerOutcome> SufferAsync(WorkerFault fault, TimeSpan length)
    {
        await using var product = await Product.StartAsync(Conditions.None);
        await using var workers = await Workers.StartAsync(product);
        await Waiting.UntilAsync(async () => (await workers.ReportsAsync()).Count > 0);
        var run = await workers.TrainAsync();

        var begin = DateTimeOffset.UtcNow;
        await fault.Begin(product, workers);
        await Task.Delay(length);
        await fault.End(product, workers);
        var end = DateTimeOffset.UtcNow;

        // Both are waited for at once: each has its own time.
        var reported = Waiting.UntilAsync(async () => (await workers.ReportsAsync()).Any(made => made > end));
        var ended = Waiting.UntilAsync(async () => (await workers.RunAsync(run)).Status is not (RunStatuses.Queued or RunStatuses.Running));
        var (reportAfter, runAfter) = (await reported, await ended);
        var reports = await workers.ReportsAsync();
        var (status, attempts, versions) = await workers.RunAsync(run);
        return new(
            fault.Name,
            reports.Count(made => made >= begin && made < end),
            reportAfter.TotalSeconds,
            Math.Max(0, reports.Count - 1 - (int)Math.Ceiling((reports[^1] - reports[0]) / Workers.Interval)),
            status,
            attempts,
            runAfter.TotalSeconds,
            versions);
    }
}
