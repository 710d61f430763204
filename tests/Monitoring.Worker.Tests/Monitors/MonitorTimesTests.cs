using System.Net;
using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Monitoring;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Monitoring.Worker.Tests.Harness;
using AspireMl.Storage.Monitoring;
using AspireMl.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using Quartz;

namespace AspireMl.Monitoring.Worker.Tests.Monitors;

[Collection(SharedPostgres.Name)]
public sealed class MonitorTimesTests(PostgresFixture postgres)
{
    static readonly MonitorSettings Settings = new() { Name = "features", Model = Roaster.Model };

    [Fact]
    public async Task Missed_times_are_made_up_for_once_and_the_rhythm_stays()
    {
        var clock = new TestClock(Roaster.Start);
        await using var worker = MonitoringWorker.Start(
            await postgres.Server.CreateDatabaseAsync(),
            services => services.RemoveAll<TimeProvider>().AddSingleton<TimeProvider>(clock),
            ("Scheduler:IdleWait", "00:00:01"), ("Scheduler:MisfireThreshold", "00:00:01"));
        using var http = worker.CreateClient();
        var client = new MonitoringClient(http);
        var monitor = await client.AddMonitorAsync(new(Settings));
        await RanAsync(client, monitor, Roaster.Start);

        clock.Advance(TimeSpan.FromHours(3.5));
        var after = await RanAsync(client, monitor, clock.GetUtcNow());

        Assert.Equal(Roaster.Start.AddHours(4), after.NextRunAt);
    }

    [Fact]
    public async Task Monitors_get_their_times_and_lose_them_whoever_makes_and_removes_them()
    {
        await using var worker = MonitoringWorker.Start(await postgres.Server.CreateDatabaseAsync(), ("Monitors:Upkeep", "00:00:01"), ("Scheduler:IdleWait", "00:00:01"));
        using var http = worker.CreateClient();
        var client = new MonitoringClient(http);
        var store = worker.Services.GetRequiredService<IMonitorStore>();
        var monitor = (await store.AddAsync(new() { MonitorId = Guid.CreateVersion7(), CreatedAt = DateTimeOffset.UtcNow, Settings = Settings }, null, 10, default))!;

        var ran = await RanAsync(client, monitor, monitor.CreatedAt);
        Assert.InRange(ran.NextRunAt!.Value - ran.LastRunAt!.Value, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(61));

        await store.ChangeAsync(monitor with { Settings = Settings with { Cron = "0 0 0 1 1 ?" } }, null, default);
        await Eventually.TrueAsync(async () => (await client.GetMonitorAsync(monitor.MonitorId)).NextRunAt is { Month: 1, Day: 1, Hour: 0, Minute: 0 });

        await store.DeleteAsync(monitor.MonitorId, default);
        var scheduler = await worker.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        await Eventually.TrueAsync(async () => !await scheduler.Exists(new JobKey($"{monitor.MonitorId}", "monitors")));
    }

    [Fact]
    public async Task A_monitor_is_shown_while_its_times_change()
    {
        await using var worker = MonitoringWorker.Start(await postgres.Server.CreateDatabaseAsync());
        using var http = worker.CreateClient();
        var client = new MonitoringClient(http);
        MonitorSettings[] turns = [Settings, Settings with { Cron = "0 0 0 1 1 ?" }];
        var monitor = await client.AddMonitorAsync(new(Settings));

        var changing = ChangeAsync();
        while (!changing.IsCompleted)
        {
            Assert.NotNull((await client.GetMonitorAsync(monitor.MonitorId)).NextRunAt);
        }

        await changing;

        async Task ChangeAsync()
        {
            foreach (var turn in Enumerable.Range(1, 40))
            {
                await client.ChangeMonitorAsync(monitor.MonitorId, new(turns[turn % 2]));
            }
        }
    }

    [Fact]
    public async Task A_resting_monitor_runs_on_request_only()
    {
        await using var worker = MonitoringWorker.Start(await postgres.Server.CreateDatabaseAsync());
        using var http = worker.CreateClient();
        var client = new MonitoringClient(http);
        var monitor = await client.AddMonitorAsync(new(Settings with { Enabled = false }));
        Assert.Equal((null, null), (monitor.NextRunAt, monitor.LastRunAt));

        await client.RunMonitorAsync(monitor.MonitorId);
        Assert.Null((await RanAsync(client, monitor, monitor.CreatedAt)).NextRunAt);

        var awake = await client.ChangeMonitorAsync(monitor.MonitorId, new(Settings));
        Assert.NotNull(awake.NextRunAt);
        await client.DeleteMonitorAsync(monitor.MonitorId);
        Assert.Equal(HttpStatusCode.NotFound, (await Assert.ThrowsAsync<ApiException>(() => client.RunMonitorAsync(monitor.MonitorId))).Status);
    }

    [Fact]
    public async Task A_monitor_whose_worker_died_is_run_by_another()
    {
        var database = await postgres.Server.CreateDatabaseAsync();
        (string, string)[] settings = [("Scheduler__Checkin", "00:00:01"), ("Scheduler__CheckinTolerance", "00:00:01"), ("Scheduler__IdleWait", "00:00:01")];
        await using var dying = await ServiceProcess.StartAsync("Monitoring.Worker", [("ConnectionStrings__database", database), .. settings]);
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        var client = new MonitoringClient(dying.Client);
        var monitor = await client.AddMonitorAsync(new(Settings with { Enabled = false }));

        // The run hangs at the note of what came of it.
        await using var holding = await connection.BeginTransactionAsync();
        await ExecuteAsync(connection, "lock table monitors in share mode");
        await client.RunMonitorAsync(monitor.MonitorId);
        await using var watching = new NpgsqlConnection(database);
        await watching.OpenAsync();
        await Eventually.TrueAsync(async () => await ExecuteAsync(watching, "select count(*) from pg_locks where not granted and relation = 'monitors'::regclass") is > 0L);
        await dying.KillAsync();
        await ExecuteAsync(watching, "select pg_terminate_backend(pid) from pg_locks where not granted and relation = 'monitors'::regclass");
        await holding.RollbackAsync();
        Assert.Null(await ExecuteAsync(watching, "select last_run_at from monitors") as DateTime?);

        await using var worker = MonitoringWorker.Start(database, [.. settings.Select(setting => (setting.Item1.Replace("__", ":", StringComparison.Ordinal), setting.Item2))]);
        using var http = worker.CreateClient();
        await RanAsync(new(http), monitor, monitor.CreatedAt);
    }

    [Fact]
    public async Task Monitors_go_on_when_a_database_that_was_away_is_back()
    {
        await using var server = await PostgresServer.StartNewAsync();
        await using var worker = MonitoringWorker.Start(await server.CreateDatabaseAsync(), ("Scheduler:Retry", "00:00:01"), ("Scheduler:Checkin", "00:00:01"), ("Scheduler:IdleWait", "00:00:01"));
        using var http = worker.CreateClient();
        var client = new MonitoringClient(http);
        var monitor = await client.AddMonitorAsync(new(Settings with { Every = "1s" }));
        await RanAsync(client, monitor, monitor.CreatedAt);

        await server.KillAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Assert.ThrowsAsync<ApiException>(() => client.ListMonitorsAsync())).Status);
        await server.StartAsync();

        await RanAsync(client, monitor, DateTimeOffset.UtcNow);
    }

    static async Task<MonitorRecord> RanAsync(MonitoringClient client, MonitorRecord monitor, DateTimeOffset since)
    {
        var found = monitor;
        await Eventually.TrueAsync(async () => (found = await client.GetMonitorAsync(monitor.MonitorId)).LastRunAt >= since);
        return found;
    }

    static async Task<object?> ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
