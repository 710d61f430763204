using System.Net.Http.Json;
using AspireMl.Contracts.Datasets;
using AspireMl.Contracts.Monitoring;
using AspireMl.Contracts.Paging;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Monitoring.Worker.Tests.Harness;

namespace AspireMl.Monitoring.Worker.Tests.Reports;

[Collection(SharedPostgres.Name)]
public sealed class DriftReportTests(PostgresFixture postgres) : IAsyncLifetime
{
    const string Window = "window=1h&to=2026-11-02T01:00:00Z";

    MonitoringWorker _worker = null!;
    HttpClient _client = null!;
    Roaster _roaster = null!;

    public async Task InitializeAsync()
    {
        _worker = MonitoringWorker.Start(await postgres.Server.CreateDatabaseAsync());
        _client = _worker.CreateClient();
        _roaster = await new Roaster(_worker.Services).CreateAsync();
        await _roaster.AddRowsAsync(DatasetSplits.Training, Readings.Make(1000, 1).AsRows(), Roaster.Start);
    }

    public async Task DisposeAsync() => await _worker.DisposeAsync();

    [Fact]
    public async Task Answers_like_the_training_rows_do_not_drift()
    {
        await _roaster.AnswerAsync(Readings.Make(1000, 2).AsAnswers(), Roaster.AnswersStart);

        var report = await GetAsync($"drift?{Window}");

        Assert.Equal(["temperature", "moisture", "recipe"], report.Columns.Select(column => column.Name));
        Assert.False(report.Drifted);
        Assert.Equal((1000, "training"), (report.Reference.Rows, report.Reference.Name));
        Assert.Equal((1000, RowSource.Answers), (report.Current.Rows, report.Current.Name));
        Assert.All(report.Columns, column =>
        {
            Assert.Equal(1, column.Distribution!.Reference.Sum(), 9);
            Assert.Equal(1, column.Distribution.Current.Sum(), 9);
        });
    }

    [Fact]
    public async Task A_hotter_roaster_drifts_in_its_temperature_alone()
    {
        await _roaster.AnswerAsync(Readings.Make(1000, 2, hotter: 15).AsAnswers(), Roaster.AnswersStart);

        var report = await GetAsync($"drift?{Window}&methods=ks,psi");

        var drifted = Assert.Single(report.Columns, column => column.Drifted);
        Assert.Equal(("temperature", 2), (drifted.Name, drifted.Results.Count));
        Assert.Equal(1 / 3.0, report.Share, 9);
    }

    [Fact]
    public async Task Only_answers_of_the_window_count()
    {
        await _roaster.AnswerAsync(Readings.Make(100, 2).AsAnswers(), Roaster.AnswersStart);
        await _roaster.AnswerAsync(Readings.Make(100, 3, hotter: 50).AsAnswers(), Roaster.AnswersStart.AddHours(2));

        Assert.Equal(100, (await GetAsync($"drift?{Window}")).Current.Rows);
        Assert.Equal(200, (await GetAsync("drift?window=1d&to=2026-11-03")).Current.Rows);
    }

    [Fact]
    public async Task Answers_of_an_earlier_stretch_can_be_the_reference()
    {
        await _roaster.AnswerAsync(Readings.Make(500, 2, hotter: 50).AsAnswers(), Roaster.AnswersStart);
        await _roaster.AnswerAsync(Readings.Make(500, 3, hotter: 50).AsAnswers(), Roaster.AnswersStart.AddHours(2));

        var report = await GetAsync("drift?window=1h&to=2026-11-02T03:00:00Z&reference=2026-11-02T00:00:00Z/2026-11-02T01:00:00Z");

        Assert.Equal((RowSource.Answers, 500), (report.Reference.Name, report.Reference.Rows));
        Assert.False(report.Columns[0].Drifted);
    }

    [Fact]
    public async Task Answers_of_an_older_version_are_read_in_its_own_order_of_features()
    {
        await _roaster.AnswerAsync(Readings.Make(500, 2).AsAnswers(), Roaster.AnswersStart);
        await _roaster.RegisterAsync("2.0.0", Roaster.Reversed);
        await _roaster.AnswerAsync(
            [.. Readings.Make(500, 3).Select(reading => (new[] { 1 - (float)reading.Features[2], (float)reading.Features[1], (float)reading.Features[0] }, 0f))],
            Roaster.AnswersStart.AddMinutes(30),
            "2.0.0");

        var report = await GetAsync($"drift?{Window}");

        Assert.Equal(["recipe", "moisture", "temperature"], report.Columns.Select(column => column.Name));
        Assert.Equal(1000, report.Current.Rows);
        Assert.All(report.Columns, column => Assert.False(column.Drifted, column.Name));
    }

    [Fact]
    public async Task The_target_drifts_when_the_labels_do()
    {
        await _roaster.AddRowsAsync(DatasetSplits.Production, Readings.Make(500, 4, hotter: 30).AsRows(), Roaster.AnswersStart);

        var report = await GetAsync("target-drift?window=1d&to=2026-11-03");

        var column = Assert.Single(report.Columns);
        Assert.Equal(("quality", true), (column.Name, column.Drifted));
        Assert.Equal(ReportKinds.TargetDrift, report.Kind);
    }

    [Fact]
    public async Task Reports_are_kept_and_listed_newest_first()
    {
        await _roaster.AnswerAsync(Readings.Make(100, 2, hotter: 50).AsAnswers(), Roaster.AnswersStart);
        var first = await GetAsync($"drift?{Window}");
        var second = await GetAsync($"drift?{Window}");

        var page = (await _client.GetFromJsonAsync<Page<ReportSummary>>($"/v1/models/{Roaster.Model}/drift/history?limit=1"))!;
        var next = (await _client.GetFromJsonAsync<Page<ReportSummary>>($"/v1/models/{Roaster.Model}/drift/history?kind=data-drift&limit=1&cursor={page.NextCursor}"))!;
        var kept = (await _client.GetFromJsonAsync<DriftReport>($"/v1/reports/{first.ReportId}"))!;

        Assert.Equal([second.ReportId, first.ReportId], page.Items.Concat(next.Items).Select(report => report.ReportId));
        Assert.Null(next.NextCursor);
        Assert.Contains(next.Items[0].Figures, figure => figure is { Name: "temperature", Measure: "wasserstein", Flagged: true });
        Assert.Equal(first.Columns[0].Distribution!.Current, kept.Columns[0].Distribution!.Current);
    }

    [Fact]
    public async Task The_page_shows_every_column_and_needs_nothing_else()
    {
        await _roaster.AnswerAsync(Readings.Make(100, 2, hotter: 50).AsAnswers(), Roaster.AnswersStart);
        using var response = await _client.GetAsync($"/v1/models/{Roaster.Model}/drift?{Window}&format=html");
        var page = await response.Content.ReadAsStringAsync();

        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.All(["temperature", "moisture", "recipe", "<svg", "drifted"], word => Assert.Contains(word, page, StringComparison.Ordinal));
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("src=", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_wrong_request_is_refused_with_what_to_do()
    {
        (string Path, int Status, string Hint)[] requests =
        [
            ("nothing/drift", 404, "no model"),
            ("roast-quality/drift?window=soon", 400, "24h"),
            ("roast-quality/drift?window=999999999d", 400, "400d"),
            ("roast-quality/drift?reference=yesterday", 400, "training"),
            ("roast-quality/drift?methods=magic", 400, "wasserstein"),
            ("roast-quality/drift?format=pdf", 400, "html"),
            ("roast-quality/drift?window=1h", 422, "no rows"),
            ("roast-quality/drift?reference=testing&window=1h", 422, "testing"),
            ("roast-quality/drift/history?kind=magic", 400, "target-drift"),
            ("roast-quality/drift/history?limit=501", 400, "500"),
        ];
        foreach (var (path, status, hint) in requests)
        {
            using var response = await _client.GetAsync($"/v1/models/{path}");
            Assert.Contains(hint, await response.AssertProblemAsync(status), StringComparison.Ordinal);
        }
    }

    async Task<DriftReport> GetAsync(string path)
    {
        using var response = await _client.GetAsync($"/v1/models/{Roaster.Model}/{path}");
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<DriftReport>())!;
    }
}
