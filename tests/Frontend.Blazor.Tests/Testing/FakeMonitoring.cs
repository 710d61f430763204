using AspireMl.Contracts.Monitoring;
using AspireMl.Contracts.Paging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace AspireMl.Frontend.Blazor.Tests.Testing;

/// <summary>The monitoring service's part of the HTTP contract.</summary>
internal sealed class FakeMonitoring
{
    static readonly DateTimeOffset Start = new(2026, 11, 21, 8, 30, 0, TimeSpan.Zero);

    readonly Guid[] _reports = [.. Enumerable.Range(0, 12).Select(_ => Guid.CreateVersion7())];

    /// <summary>The report that tries what reports may not do.</summary>
    public static Guid Wicked { get; } = Guid.CreateVersion7();

    public List<Alert> Alerts { get; } = [];

    public List<MonitorRecord> Monitors { get; } = [];

    /// <summary>Answered instead of a new monitor while set.</summary>
    public IResult? Refusal { get; set; }

    public void Reset()
    {
        Refusal = null;
        Alerts.Clear();
        Alerts.Add(new()
        {
            AlertId = Guid.CreateVersion7(),
            MonitorId = Guid.CreateVersion7(),
            Model = FakeModels.Name,
            Kind = ReportKinds.DataDrift,
            Message = "2 of 3 columns have drifted.",
            ReportId = Guid.CreateVersion7(),
            RaisedAt = Start,
            LastSeenAt = Start,
        });
        Monitors.Clear();
    }

    public void Map(WebApplication app)
    {
        app.MapGet("/v1/alerts", () => new Page<Alert>(Alerts, null));
        app.MapPost("/v1/alerts/{id:guid}/ack", (Guid id) => Alerts[0] = Alerts[0] with { AcknowledgedAt = Start.AddMinutes(5), AcknowledgedBy = "anonymous" });
        app.MapGet("/v1/monitors", () => Monitors);
        app.MapPost("/v1/monitors", (MonitorRequest request) =>
        {
            if (Refusal is not null)
            {
                return Refusal;
            }

            Monitors.Add(new() { MonitorId = Guid.CreateVersion7(), CreatedAt = Start, Settings = request.Settings, NextRunAt = Start.AddHours(1) });
            return Results.Created("", Monitors[^1]);
        });
        app.MapPut("/v1/monitors/{id:guid}", (Guid id, MonitorRequest request) =>
        {
            var place = Monitors.FindIndex(monitor => monitor.MonitorId == id);
            return Monitors[place] = Monitors[place] with { Settings = request.Settings };
        });
        app.MapPost("/v1/monitors/{id:guid}/run", (Guid id) =>
        {
            var place = Monitors.FindIndex(monitor => monitor.MonitorId == id);
            Monitors[place] = Monitors[place] with { LastRunAt = Start.AddMinutes(1), LastMessage = "2 of 3 columns have drifted." };
            return Results.Accepted();
        });
        app.MapGet($"/v1/models/{FakeModels.Name}/drift", () => Drift);
        app.MapGet($"/v1/models/{FakeClassifier.Name}/embedding-drift", () => FakeEmbeddings.Report);
        app.MapGet("/v1/models/{model}/drift/history", (string kind) => new Page<ReportSummary>([.. Enumerable.Range(0, 12).Select(number => Past(number, kind))], null));
        app.MapGet("/v1/reports/{id:guid}", (Guid id) =>
            id == Wicked ? FakeReports.Wicked : _reports.Contains(id) ? FakeReports.Plain : FakeInferenceApi.Problem(StatusCodes.Status404NotFound, "There is no report with this id."));
    }

    static RowSource Rows(string name, long count) => new(name, Start.AddDays(-1), Start, count);

    static ColumnDriftReport Column(string name, double statistic) => new(
        name, ColumnKinds.Numeric, statistic > 0.1, new(0, 0), [new("wasserstein", statistic, null, 0.1, statistic > 0.1)])
    {
        Distribution = new(["≤ 1", "1 – 2", "> 2"], [1, 2], [0.2, 0.5, 0.3], [0.1, 0.4, 0.5]),
    };

    static DriftReport Drift => new()
    {
        ReportId = Guid.CreateVersion7(),
        Kind = ReportKinds.DataDrift,
        Model = FakeModels.Name,
        CreatedAt = Start,
        Flagged = true,
        Reference = Rows("training", 8000),
        Current = Rows(RowSource.Answers, 1200),
        Columns = [Column("h_data", 0.31), Column("ah_data", 0.04), Column("t_data_3_1", 0.72)],
        Drifted = true,
        Share = 0.67,
        DriftedShare = 0.5,
    };

    ReportSummary Past(int number, string kind) => new()
    {
        ReportId = _reports[number],
        Kind = kind,
        Model = FakeModels.Name,
        CreatedAt = Start.AddHours(-number),
        Flagged = number < 4,
        Reference = Rows("training", 8000),
        Current = Rows(RowSource.Answers, 1200),
        Figures = kind switch
        {
            ReportKinds.DataDrift or ReportKinds.Quality => Columns(number),
            ReportKinds.EmbeddingDrift => [new(EmbeddingSpaces.Uae, "mmd", number < 4 ? 0.004 : 0.3, 0.05, number < 4), new(EmbeddingSpaces.Bbsd, "mmd", 0.4, 0.05, false)],
            ReportKinds.Performance => [new("rmse", null, 12 - (0.2 * number), 11.5, number < 2), new("estimated-rmse", null, 11 + (0.1 * number), 11.5, false)],
            _ => [new("quality", "wasserstein", 0.2 - (0.02 * number), 0.1, number < 5)],
        },
    };

    static IReadOnlyList<ReportFigure> Columns(int number) =>
    [
        new("h_data", "wasserstein", 0.3 - (0.025 * number), 0.1, number < 8),
        new("ah_data", "wasserstein", 0.04, 0.1, false),
        new("t_data_3_1", "wasserstein", number < 4 ? 0.7 : 0.05, 0.1, number < 4),
    ];
}
