using AspireMl.Contracts.Monitoring;
using AspireMl.Storage.Monitoring.PostgreSql;
using AspireMl.Storage.PostgreSql;
using AspireMl.Storage.Tests.PostgreSql;

namespace AspireMl.Storage.Tests.Monitoring;

/// <summary>What goes by age of alerts, of what was posted about them, and of the reports that they refer to.</summary>
[Collection(SharedPostgres.Name)]
public sealed class PostgresAlertRetentionTests(PostgresFixture fixture) : IAsyncLifetime
{
    static readonly DateTimeOffset Start = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    PostgresDatabase _database = null!;
    PostgresAlertStore _alerts = null!;
    PostgresMonitorStore _monitors = null!;
    PostgresReportStore _reports = null!;

    public async Task InitializeAsync()
    {
        _database = Databases.Open(await fixture.Server.CreateDatabaseAsync());
        (_alerts, _monitors, _reports) = (new(_database), new(_database), new(_database));
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Alerts_go_by_the_time_when_they_were_resolved_and_an_open_one_stays_however_old()
    {
        var (steady, brief) = (await AddMonitorAsync("steady"), await AddMonitorAsync("brief"));
        await ObserveAsync(steady, flagged: true, 0);
        await EpisodeAsync(brief, 1, 2);
        await EpisodeAsync(brief, 3, 4);
        await EpisodeAsync(brief, 5, 60);

        Assert.Equal(1, await _alerts.DeleteResolvedBeforeAsync(At(30), 1, default));
        Assert.Equal(1, await _alerts.DeleteResolvedBeforeAsync(At(30), 10, default));
        Assert.Equal(0, await _alerts.DeleteResolvedBeforeAsync(At(30), 10, default));

        var left = (await _alerts.ListAsync(new(), default)).Items;
        Assert.Equal([brief.MonitorId, steady.MonitorId], left.Select(alert => alert.MonitorId));
        Assert.Null(await ObserveAsync(steady, flagged: true, 100));
        Assert.Equal(AlertStates.Open, left[1].State);
    }

    [Fact]
    public async Task What_was_posted_goes_and_what_is_still_to_be_posted_stays()
    {
        await EpisodeAsync(await AddMonitorAsync("told", "http://localhost/hook"), 0, 1);
        var first = await _alerts.ClaimDeliveryAsync(At(2), At(3), default);
        await _alerts.EndDeliveryAsync(new(first!.DeliveryId, At(2), true, null, null), default);

        Assert.Equal(0, await _alerts.DeleteDeliveriesBeforeAsync(At(2), 10, default));
        Assert.Equal(1, await _alerts.DeleteDeliveriesBeforeAsync(At(1000), 10, default));

        var second = await _alerts.ClaimDeliveryAsync(At(1000), At(1001), default);
        Assert.NotNull(second);
        Assert.NotEqual(first.DeliveryId, second.DeliveryId);
    }

    [Fact]
    public async Task Old_reports_go_but_for_that_of_an_open_alert_and_the_last_of_a_monitor()
    {
        var monitor = await AddMonitorAsync("steady");
        Guid[] reports = [await AddReportAsync(0), await AddReportAsync(1), await AddReportAsync(2), await AddReportAsync(3), await AddReportAsync(50)];
        await ObserveAsync(monitor, flagged: true, 1, reports[1]);
        await _monitors.NoteAsync(new(monitor.MonitorId, At(2), reports[2], ""), default);

        Assert.Equal(1, await _reports.DeleteBeforeAsync(At(40), 1, default));
        Assert.Equal(1, await _reports.DeleteBeforeAsync(At(40), 5, default));
        Assert.Equal(reports[1..3].Append(reports[4]), await KnownAsync(reports));

        await ObserveAsync(monitor, flagged: false, 5, reports[4]);
        Assert.Equal(1, await _reports.DeleteBeforeAsync(At(40), 5, default));
        Assert.Equal([reports[2], reports[4]], await KnownAsync(reports));
    }

    static DateTimeOffset At(int minute) => Start.AddMinutes(minute);

    async Task<MonitorRecord> AddMonitorAsync(string name, string? webhookUrl = null)
    {
        var settings = new MonitorSettings { Name = name, Model = "roast", WebhookUrl = webhookUrl };
        return (await _monitors.AddAsync(new() { MonitorId = Guid.CreateVersion7(), CreatedAt = Start, Settings = settings }, null, 10, default))!;
    }

    async Task EpisodeAsync(MonitorRecord monitor, int from, int to)
    {
        await ObserveAsync(monitor, flagged: true, from);
        await ObserveAsync(monitor, flagged: false, to);
    }

    Task<AlertEvent?> ObserveAsync(MonitorRecord monitor, bool flagged, int minute, Guid? report = null) =>
        _alerts.ObserveAsync(new(monitor, flagged, "It drifts.", report ?? Guid.CreateVersion7(), At(minute)), default);

    async Task<Guid> AddReportAsync(int minute)
    {
        var rows = new RowSource(RowSource.Answers, null, null, 100);
        var summary = new ReportSummary
        {
            ReportId = Guid.CreateVersion7(),
            Kind = ReportKinds.DataDrift,
            Model = "roast",
            CreatedAt = At(minute),
            Flagged = false,
            Reference = rows,
            Current = rows,
            Figures = [],
        };
        await _reports.AddAsync(summary, "{}", default);
        return summary.ReportId;
    }

    async Task<List<Guid>> KnownAsync(Guid[] reports)
    {
        List<Guid> known = [];
        foreach (var report in reports)
        {
            if (await _reports.FindAsync(report, default) is not null)
            {
                known.Add(report);
            }
        }

        return known;
    }
}
