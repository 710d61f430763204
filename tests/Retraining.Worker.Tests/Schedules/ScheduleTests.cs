using System.Net;
using System.Net.Http.Json;
using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Datasets;
using AspireMl.Contracts.Schedules;
using AspireMl.Contracts.Training;
using AspireMl.Retraining.Worker.Tests.Datasets;
using AspireMl.Retraining.Worker.Tests.Harness;
using AspireMl.Storage.Runs;
using AspireMl.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AspireMl.Retraining.Worker.Tests.Schedules;

[Collection(SharedPostgres.Name)]
public sealed class ScheduleTests(PostgresFixture fixture) : IAsyncLifetime
{
    const string EverySecond = "* * * * * ?";
    const string Yearly = "0 0 0 1 1 ?";

    static readonly ScheduleSettings Import = new() { Kind = ScheduleKinds.Import, Model = "roast", Cron = Yearly, Split = DatasetSplits.Training };

    readonly string _drop = Directory.CreateTempSubdirectory("aspireml-drop-").FullName;
    string _database = "";
    RetrainingWorker? _worker;

    HttpClient Client => (_worker ?? throw new InvalidOperationException("The service is not started yet.")).Client;

    ScheduleClient Schedules => new(Client);

    public async Task InitializeAsync()
    {
        _database = await fixture.Server.CreateDatabaseAsync();
        _worker = await StartAsync();
        using var response = await Client.PutAsJsonAsync("/v1/datasets/roast", Uploads.Schema);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    public async Task DisposeAsync()
    {
        await _worker!.DisposeAsync();
        Directory.Delete(_drop, recursive: true);
    }

    [Fact]
    public async Task Schedules_are_shown_while_they_change_and_go()
    {
        var changing = ChangeAsync();
        while (!changing.IsCompleted)
        {
            Assert.All(await Schedules.ListAsync(), schedule => Assert.Equal(("import", Import), (schedule.Name, schedule.Settings)));
        }

        await changing;

        async Task ChangeAsync()
        {
            foreach (var _ in Enumerable.Range(1, 40))
            {
                await Schedules.PutAsync("import", Import);
                await Schedules.PutAsync("import", Import);
                await Schedules.DeleteAsync("import");
            }
        }
    }

    [Fact]
    public async Task Dropped_files_are_read_once_and_those_that_cannot_be_are_put_aside_with_the_reason()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_drop, "roast", "training")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "good.csv"), $"{Uploads.Header}\n{Uploads.Rows(5)}never,1,light,1,1\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "bad.csv"), "a,b\n1,2\n");
        await Schedules.PutAsync("import", Import);

        var run = await RunAsync("import");

        Assert.False(run.Succeeded);
        Assert.Contains("1 files could not be read", run.Message, StringComparison.Ordinal);
        Assert.Contains("5 rows inserted, 0 were there already, 1 rejected. The first rejected, row 6: time is", run.Message, StringComparison.Ordinal);
        Assert.Equal(5, (await Client.GetFromJsonAsync<DatasetSummary>("/v1/datasets/roast"))!.Splits[0].Rows);
        Assert.Equal(["done/good.csv", "failed/bad.csv", "failed/bad.csv.reason.txt"],
            Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal));
        Assert.Contains("The header is not that of this dataset", await File.ReadAllTextAsync(Path.Combine(folder, "failed", "bad.csv.reason.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_fetched_from_an_allowed_host()
    {
        var served = WebApplication.CreateSlimBuilder();
        served.WebHost.UseUrls("http://127.0.0.1:0");
        served.Logging.ClearProviders();
        await using var host = served.Build();
        host.MapGet("/rows.csv", () => Results.Text($"{Uploads.Header}\n{Uploads.Rows(4)}", "text/csv"));
        await host.StartAsync();
        await Schedules.PutAsync("fetch", Import with { Url = $"{host.Urls.First()}/rows.csv" });
        await Schedules.PutAsync("gone", Import with { Url = $"{host.Urls.First()}/none.csv" });

        Assert.Equal((true, "4 rows inserted, 0 were there already, 0 rejected."), await OutcomeAsync("fetch"));
        Assert.Equal((false, "127.0.0.1 answered with status 404 in place of a file."), await OutcomeAsync("gone"));
    }

    [Fact]
    public async Task Training_is_asked_for_when_its_time_has_come()
    {
        var settings = new ScheduleSettings { Kind = ScheduleKinds.Training, Model = "roast", Cron = EverySecond };
        var created = await Schedules.PutAsync("nightly", settings);
        Assert.Equal((settings, false), (created.Settings, created.Paused));
        Assert.NotNull(created.NextRunAt);

        await Eventually.TrueAsync(async () => (await Schedules.GetAsync("nightly")).LastRun is { Succeeded: true });

        var run = Assert.Single((await _worker!.Services.GetRequiredService<IRunStore>().ListAsync(new() { Limit = 1 }, default)).Items);
        Assert.Equal(("roast", RunTriggers.Schedule), (run.Model, run.Request.Trigger));
    }

    [Fact]
    public async Task A_schedule_rests_is_changed_resting_and_goes_on_in_another_process()
    {
        await Schedules.PutAsync("import", Import);
        Assert.True((await Schedules.PauseAsync("import")).Paused);
        Assert.True((await Schedules.PutAsync("import", Import with { Cron = EverySecond })).Paused);
        await using var other = await StartAsync();
        await _worker!.DisposeAsync();
        var schedules = new ScheduleClient(other.Client);

        Assert.Null(Assert.Single(await schedules.ListAsync()).LastRun);
        Assert.False((await schedules.ResumeAsync("import")).Paused);
        await Eventually.TrueAsync(async () => (await schedules.GetAsync("import")).LastRun is { Succeeded: true, Message: "0 files: 0 rows inserted, 0 were there already, 0 rejected." });

        await schedules.DeleteAsync("import");
        Assert.Equal(HttpStatusCode.NotFound, (await Assert.ThrowsAsync<ApiException>(() => schedules.RunAsync("import"))).Status);
        Assert.Empty(await schedules.ListAsync());
    }

    [Fact]
    public async Task Settings_that_cannot_be_kept_are_refused()
    {
        (ScheduleSettings Settings, string Reason)[] bad =
        [
            (Import with { Kind = "dance" }, "kind is one of"),
            (Import with { Model = "../etc" }, "model has at most"),
            (Import with { Cron = "every night" }, "cron needs six fields"),
            (Import with { TimeZone = "Mars/Olympus" }, "timeZone is"),
            (Import with { Split = null }, "split is one of"),
            (Import with { Kind = ScheduleKinds.Training }, "left out for others"),
            (Import with { Url = "http://metadata.internal/rows.csv" }, "Schedules:Hosts (127.0.0.1)"),
            (Import with { Url = "file:///etc/passwd" }, "url belongs to imports only"),
        ];
        foreach (var (settings, reason) in bad)
        {
            var refused = await Assert.ThrowsAsync<ApiException>(() => Schedules.PutAsync("bad", settings));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await Assert.ThrowsAsync<ApiException>(() => Schedules.PutAsync("No Name", Import))).Status);
    }

    Task<RetrainingWorker> StartAsync() => RetrainingWorker.StartAsync(
        _database, ("Schedules:DropFolder", _drop), ("Schedules:Settled", "00:00:00"), ("Schedules:Hosts:0", "127.0.0.1"), ("Scheduler:Checkin", "00:00:01"));

    async Task<(bool, string)> OutcomeAsync(string name)
    {
        var run = await RunAsync(name);
        return (run.Succeeded, run.Message);
    }

    async Task<ScheduleRun> RunAsync(string name)
    {
        await Schedules.RunAsync(name);
        await Eventually.TrueAsync(async () => (await Schedules.GetAsync(name)).LastRun is not null);
        return (await Schedules.GetAsync(name)).LastRun!;
    }
}
