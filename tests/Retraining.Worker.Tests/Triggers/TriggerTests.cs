using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Datasets;
using AspireMl.Contracts.Monitoring;
using AspireMl.Contracts.Training;
using AspireMl.Retraining.Worker.Tests.Harness;
using AspireMl.Retraining.Worker.Tests.Runs;
using AspireMl.Testing;

namespace AspireMl.Retraining.Worker.Tests.Triggers;

[Collection(SharedPostgres.Name)]
public sealed class TriggerTests(PostgresFixture fixture) : IAsyncLifetime
{
    const string Model = "roast-quality";
    const string Secret = "a secret of the tests";

    string _database = "";

    public async Task InitializeAsync() => _database = await fixture.Server.CreateDatabaseAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_signed_alert_starts_a_run_once()
    {
        await using var worker = await StartAsync(("Triggers:AlertSecret", Secret), ("Runs:Draws", "200"));
        await Rows.FillAsync(worker, Model, DatasetSplits.Training, Tables.Rows(2000, 1, 0), Tables.Newest.AddDays(-30));
        await Rows.FillAsync(worker, Model, DatasetSplits.Testing, Tables.Rows(100, 2, 0), Tables.Newest.AddDays(-20));
        var training = new TrainingClient(worker.Client);

        using var first = await PostAsync(worker, Event(AlertEvent.Raised, ReportKinds.DataDrift), Secret);
        using var again = await PostAsync(worker, Event(AlertEvent.Raised, ReportKinds.DataDrift), Secret);

        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        var run = Assert.Single((await training.ListAsync(Model)).Items);
        Assert.Equal(run.RunId, (await again.Content.ReadFromJsonAsync<StartedRun>())!.RunId);
        Assert.Equal((RunTriggers.Drift, "t_data_1_1 moved."), (run.Request.Trigger, run.Request.Reason));
        await training.CancelAsync(run.RunId);
    }

    [Fact]
    public async Task Alerts_that_are_over_or_about_poor_data_start_nothing()
    {
        await using var worker = await StartAsync(("Triggers:AlertSecret", Secret));

        using var resolved = await PostAsync(worker, Event(AlertEvent.Resolved, ReportKinds.DataDrift), Secret);
        using var quality = await PostAsync(worker, Event(AlertEvent.Raised, ReportKinds.Quality), Secret);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (resolved.StatusCode, quality.StatusCode));
    }

    [Fact]
    public async Task Alerts_that_are_not_signed_or_old_are_refused()
    {
        await using var worker = await StartAsync(("Triggers:AlertSecret", Secret));

        using var forged = await PostAsync(worker, Event(AlertEvent.Raised, ReportKinds.DataDrift), "another secret of theirs");
        using var old = await PostAsync(worker, Event(AlertEvent.Raised, ReportKinds.DataDrift), Secret, TimeSpan.FromMinutes(6));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (forged.StatusCode, old.StatusCode));
        Assert.Empty((await new TrainingClient(worker.Client).ListAsync()).Items);
    }

    [Fact]
    public async Task Enough_new_labels_start_a_run_and_no_second_one()
    {
        await using var worker = await StartAsync(("Triggers:NewLabels", "60"), ("Triggers:CheckEvery", "00:00:00.1"), ("Triggers:Pause", "00:00:00"));
        await Rows.FillAsync(worker, Model, DatasetSplits.Training, Tables.Rows(300, 1, 0), Tables.Newest.AddDays(-30));
        await Rows.FillAsync(worker, Model, DatasetSplits.Testing, Tables.Rows(100, 2, 0), Tables.Newest.AddDays(-20));
        await Rows.FillAsync(worker, Model, DatasetSplits.Production, Tables.Rows(59, 3, 0), Tables.Newest.AddDays(-2));
        var training = new TrainingClient(worker.Client);
        Assert.Empty((await training.ListAsync(Model)).Items);

        await Rows.FillAsync(worker, Model, DatasetSplits.Production, Tables.Rows(1, 4, 0), Tables.Newest.AddDays(-1));
        await Eventually.TrueAsync(async () => (await training.ListAsync(Model)).Items is [{ Status: RunStatuses.Finished }, ..]);

        // The next runs of the check find nothing new.
        await Task.Delay(TimeSpan.FromMilliseconds(500));
        Assert.Equal(RunTriggers.Labels, Assert.Single((await training.ListAsync(Model)).Items).Request.Trigger);
        Assert.Contains("aspireml_training_runs_total{", await worker.Client.GetStringAsync("/metrics"), StringComparison.Ordinal);
    }

    Task<RetrainingWorker> StartAsync(params (string Key, string Value)[] settings) =>
        RetrainingWorker.StartAsync(_database, [("Runs:Draws", "1"), ("Runs:Gap", "10"), ("Runs:Resamples", "300"), .. settings]);

    static AlertEvent Event(string type, string kind) => new(type, Tables.Newest, new()
    {
        AlertId = Guid.CreateVersion7(),
        MonitorId = Guid.CreateVersion7(),
        Model = Model,
        Kind = kind,
        Message = "t_data_1_1 moved.",
        ReportId = Guid.CreateVersion7(),
        RaisedAt = Tables.Newest,
        LastSeenAt = Tables.Newest,
    });

    static async Task<HttpResponseMessage> PostAsync(RetrainingWorker worker, AlertEvent happened, string secret, TimeSpan age = default)
    {
        var body = JsonSerializer.Serialize(happened, JsonSerializerOptions.Web);
        var (id, timestamp) = (Guid.NewGuid().ToString(), (DateTimeOffset.UtcNow - age).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/triggers/alerts") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add(WebhookSignature.Id, id);
        request.Headers.Add(WebhookSignature.Timestamp, timestamp);
        request.Headers.Add(WebhookSignature.Signature, WebhookSignature.Of(id, timestamp, body, secret));
        return await worker.Client.SendAsync(request);
    }
}
