using System.Diagnostics.Metrics;
using AspireMl.Monitoring.Worker.Retention;
using AspireMl.Monitoring.Worker.Tests.Harness;
using AspireMl.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AspireMl.Monitoring.Worker.Tests.Retention;

public sealed class RetentionRunTests : IDisposable
{
    static readonly DateTimeOffset Now = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    readonly RecordingLogger<RetentionRun> _log = new();
    readonly List<string> _calls = [];

    [Fact]
    public async Task Each_kind_is_deleted_batch_by_batch_from_before_its_lifetime()
    {
        var run = Run([Kind("rows", TimeSpan.FromDays(2), 10, 10, 3), Kind("kept", null, 10), Kind("jobs", TimeSpan.FromHours(1), 0)]);

        Assert.True(await run.RunAsync(default));

        Assert.Equal(["rows 2026-11-19 08", "rows 2026-11-19 08", "rows 2026-11-19 08", "jobs 2026-11-21 07"], _calls);
        Assert.Contains("Deleted 23 rows", Assert.Single(_log.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_fails_is_logged_and_does_not_hold_up_the_next_kinds_nor_the_next_run()
    {
        var away = true;
        var failing = new RetainedKind("answers", TimeSpan.FromDays(1), (_, _, _) =>
            away ? throw new StorageUnavailableException("The database cannot be reached now.") : Task.FromResult(2));
        var broken = new RetainedKind("jobs", TimeSpan.FromDays(1), (_, _, _) => away ? throw new InvalidOperationException("A defect.") : Task.FromResult(0));
        var run = Run([failing, broken, Kind("rows", TimeSpan.FromDays(1), 4, 0)]);

        Assert.False(await run.RunAsync(default));
        Assert.Single(_calls);
        Assert.Equal(["answers", "jobs"], _log.Failures.Select(failure => failure.Message.Split(' ')[1]));
        Assert.IsType<StorageUnavailableException>(_log.Failures[0].Exception);

        away = false;
        Assert.True(await run.RunAsync(default));
        Assert.Equal(2, _calls.Count);
        Assert.Contains(_log.Messages, message => message.StartsWith("Deleted 2 answers", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stop_ends_it_between_two_batches()
    {
        using var stopping = new CancellationTokenSource();
        var batches = 0;
        var endless = new RetainedKind("rows", TimeSpan.FromDays(1), async (_, limit, _) =>
        {
            batches++;
            await stopping.CancelAsync();
            return limit;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Run([endless, Kind("jobs", TimeSpan.FromDays(1), 0)]).RunAsync(stopping.Token));

        Assert.Equal(1, batches);
        Assert.Empty(_calls);
        Assert.Empty(_log.Failures);
    }

    public void Dispose() => _services.Dispose();

    RetentionRun Run(IReadOnlyList<RetainedKind> kinds) => new(
        kinds, new(_services.GetRequiredService<IMeterFactory>()), new TestClock(Now), Options.Create(new RetentionOptions { BatchSize = 10 }), _log);

    RetainedKind Kind(string name, TimeSpan? lifetime, params int[] batches)
    {
        var left = new Queue<int>(batches);
        return new(name, lifetime, (before, _, _) =>
        {
            _calls.Add($"{name} {before:yyyy-MM-dd HH}");
            return Task.FromResult(left.Dequeue());
        });
    }
}
