using System.Net;
using System.Net.Http.Json;
using AspireMl.Contracts.Datasets;
using AspireMl.Contracts.Monitoring;
using AspireMl.Contracts.Paging;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Monitoring.Worker.Tests.Harness;
using AspireMl.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AspireMl.Monitoring.Worker.Tests.Monitors;

[Collection(SharedPostgres.Name)]
public sealed class MonitorTests(PostgresFixture postgres) : IAsyncLifetime
{
    static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    readonly TestClock _clock = new(Roaster.AnswersStart.AddHours(1));
    string _database = "";
    MonitoringWorker _worker = null!;
    HttpClient _client = null!;
    Roaster _roaster = null!;

    public async Task InitializeAsync()
    {
        _database = await postgres.Server.CreateDatabaseAsync();
        _worker = StartWorker();
        _client = _worker.CreateClient();
        _roaster = await new Roaster(_worker.Services).CreateAsync();
        await _roaster.AddRowsAsync(DatasetSplits.Training, Readings.Make(1000, 1).AsRows(), Roaster.Start);
    }

    public async Task DisposeAsync() => await _worker.DisposeAsync();

    [Fact]
    public async Task An_episode_of_drift_is_one_alert_told_once_and_resolved_when_it_is_over()
    {
        await using var receiver = await Receiver.StartAsync(refusals: 2);
        await AnswerAsync(hotter: 0);
        var monitor = await AddAsync(Settings with { WebhookUrl = receiver.Url }, Receiver.Secret);
        Assert.Equal("None of 3 columns drifted.", (await RanAsync(monitor)).LastMessage);
        Assert.Empty(await AlertsAsync());

        await NextHourAsync(monitor, hotter: 30);
        await NextHourAsync(monitor, hotter: 40);
        var alert = Assert.Single(await AlertsAsync());
        Assert.Equal((AlertStates.Open, _clock.GetUtcNow()), (alert.State, alert.LastSeenAt));
        Assert.Contains("temperature", alert.Message, StringComparison.Ordinal);

        await NextHourAsync(monitor, hotter: 0);
        Assert.Equal(AlertStates.Resolved, Assert.Single(await AlertsAsync()).State);
        await NextHourAsync(monitor, hotter: 30);
        Assert.Equal([AlertStates.Open, AlertStates.Resolved], (await AlertsAsync()).Select(one => one.State));

        // The first delivery waits for its retries, which the clock has to reach.
        await Eventually.TrueAsync(() =>
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            return receiver.Accepted.Count == 3;
        });
        Assert.Equal([AlertEvent.Raised, AlertEvent.Raised, AlertEvent.Resolved], receiver.Accepted.Select(one => one.Type).Order());
        Assert.Equal((5, 3), (receiver.Requests, receiver.Ids.Count));
    }

    [Fact]
    public async Task A_threshold_of_a_column_gives_alarm_by_itself()
    {
        await AnswerAsync(hotter: 5);
        var quiet = await AddAsync(Settings with { DriftedShare = 1 });
        var strict = await AddAsync(Settings with { DriftedShare = 1, Thresholds = [new("temperature", "ks", 0.01)] });

        await RanAsync(quiet);
        await RanAsync(strict);
        Assert.Equal(strict.MonitorId, Assert.Single(await AlertsAsync()).MonitorId);
    }

    [Fact]
    public async Task Too_few_rows_neither_raise_nor_resolve()
    {
        await AnswerAsync(hotter: 50);
        var monitor = await AddAsync(Settings);
        await RanAsync(monitor);
        _clock.Advance(Hour);
        Assert.Contains("no rows", (await RanAsync(monitor)).LastMessage, StringComparison.Ordinal);
        _clock.Advance(Hour);
        await _roaster.AnswerAsync(Readings.Make(5, 9).AsAnswers(), _clock.GetUtcNow().AddMinutes(-30));
        Assert.Contains("fewer than 100", (await RanAsync(monitor)).LastMessage, StringComparison.Ordinal);

        Assert.Equal(AlertStates.Open, Assert.Single(await AlertsAsync()).State);
    }

    [Theory]
    [InlineData("1h", null, 0)]
    [InlineData(null, "0 30 * * * ?", 30)]
    public async Task Of_two_workers_one_runs_a_monitor_each_time_it_is_due(string? every, string? cron, int firstAfterMinutes)
    {
        await using var second = StartWorker();
        second.CreateClient().Dispose();
        await AnswerAsync(hotter: 0);
        var monitor = await AddAsync(Settings with { Window = "1d", Every = every, Cron = cron });
        _clock.Advance(TimeSpan.FromMinutes(firstAfterMinutes));
        for (var hour = 0; hour < 10; hour++)
        {
            await RanAsync(monitor);
            _clock.Advance(Hour);
        }

        await RanAsync(monitor);
        Assert.Equal(11, (await ReportsAsync()).Count);
    }

    [Fact]
    public async Task Reports_go_when_their_time_is_over()
    {
        await AnswerAsync(hotter: 0);
        await RanAsync(await AddAsync(Settings));
        Assert.Single(await ReportsAsync());

        _clock.Advance(TimeSpan.FromDays(91));

        // The monitor's last report stays until it has run without one.
        await Eventually.TrueAsync(async () =>
        {
            _clock.Advance(Hour);
            return (await ReportsAsync()).Count == 0;
        });
    }

    [Fact]
    public async Task An_alert_is_acknowledged_once_by_the_first()
    {
        await AnswerAsync(hotter: 50);
        await RanAsync(await AddAsync(Settings));
        var alert = Assert.Single(await AlertsAsync("?state=open"));

        foreach (var actor in new[] { "Ada", "Grace" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/alerts/{alert.AlertId}/ack") { Headers = { { "X-Actor", actor } } };
            using var response = await _client.SendAsync(request);
            Assert.Equal("Ada", (await response.Content.ReadFromJsonAsync<Alert>())!.AcknowledgedBy);
        }

        Assert.Empty(await AlertsAsync("?state=open"));
        Assert.Single(await AlertsAsync("?state=acknowledged"));
    }

    [Fact]
    public async Task A_monitor_is_changed_rested_and_removed_and_never_gives_its_secret_away()
    {
        var monitor = await AddAsync(Settings with { WebhookUrl = "https://example.com/hook" }, Receiver.Secret);
        using var changed = await _client.PutAsJsonAsync($"/v1/monitors/{monitor.MonitorId}", new MonitorRequest(monitor.Settings with { Enabled = false, Every = "30m" }));
        var after = await ReadAsync(changed);
        Assert.Equal(("30m", true), (after.Settings.Every, after.HasWebhookSecret));
        Assert.DoesNotContain(Receiver.Secret, await _client.GetStringAsync("/v1/monitors"), StringComparison.Ordinal);

        using var removed = await _client.DeleteAsync($"/v1/monitors/{monitor.MonitorId}");
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        using var gone = await _client.GetAsync($"/v1/monitors/{monitor.MonitorId}");
        await gone.AssertProblemAsync(404);
    }

    static MonitorSettings Settings { get; } = new() { Name = "features", Model = Roaster.Model, Every = "1h", Window = "1h", DriftedShare = 0.3 };

    MonitoringWorker StartWorker() => MonitoringWorker.Start(
        _database,
        services => services.RemoveAll<TimeProvider>().AddSingleton<TimeProvider>(_clock),
        ("Retention:Reports", "90.00:00:00"),
        ("Scheduler:Checkin", "00:00:01"),
        // A clock that is set far ahead makes every worker look dead.
        ("Scheduler:CheckinTolerance", "1.00:00:00"),
        ("Scheduler:IdleWait", "00:00:01"),
        ("Scheduler:MisfireThreshold", "00:00:01"),
        ("Webhooks:PollInterval", "00:00:00.020"),
        ("Webhooks:FirstRetry", "00:00:01"));

    Task<Guid[]> AnswerAsync(double hotter) => _roaster.AnswerAsync(Readings.Make(1000, 2, hotter).AsAnswers(), _clock.GetUtcNow().AddMinutes(-30));

    async Task NextHourAsync(MonitorRecord monitor, double hotter)
    {
        await _roaster.AnswerAsync(Readings.Make(1000, 2, hotter).AsAnswers(), _clock.GetUtcNow().AddMinutes(30));
        _clock.Advance(Hour);
        await RanAsync(monitor);
    }

    async Task<MonitorRecord> AddAsync(MonitorSettings settings, string? secret = null)
    {
        using var response = await _client.PostAsJsonAsync("/v1/monitors", new MonitorRequest(settings, secret));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return await ReadAsync(response);
    }

    async Task<MonitorRecord> RanAsync(MonitorRecord monitor)
    {
        var now = _clock.GetUtcNow();
        var found = monitor;
        await Eventually.TrueAsync(async () =>
        {
            found = (await _client.GetFromJsonAsync<MonitorRecord>($"/v1/monitors/{monitor.MonitorId}"))!;
            return found.LastRunAt >= now;
        });
        return found;
    }

    async Task<IReadOnlyList<ReportSummary>> ReportsAsync() =>
        (await _client.GetFromJsonAsync<Page<ReportSummary>>($"/v1/models/{Roaster.Model}/drift/history"))!.Items;

    async Task<IReadOnlyList<Alert>> AlertsAsync(string query = "") => (await _client.GetFromJsonAsync<Page<Alert>>("/v1/alerts" + query))!.Items;

    static async Task<MonitorRecord> ReadAsync(HttpResponseMessage response) => (await response.Content.ReadFromJsonAsync<MonitorRecord>())!;
}
