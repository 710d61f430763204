using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Monitoring;
using AspireMl.Contracts.Training;
using AspireMl.Retraining.Worker.Images.Monitors;
using AspireMl.Retraining.Worker.Tests.Harness;
using AspireMl.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AspireMl.Retraining.Worker.Tests.Images;

[Collection(SharedPostgres.Name)]
public sealed class ImageMonitorTests(PostgresFixture fixture) : IAsyncLifetime
{
    const string Model = "skies";

    MonitoringService _monitoring = null!;
    RetrainingWorker _worker = null!;
    TrainingClient _training = null!;

    public async Task InitializeAsync()
    {
        _monitoring = await MonitoringService.StartAsync();
        _worker = await RetrainingWorker.StartAsync(
            await fixture.Server.CreateDatabaseAsync(), ("Runs:Resamples", "300"), ("ImageMonitors:Service", _monitoring.Address));
        _training = new(_worker.Client);
        await TestBackbone.RegisterAsync(_worker);
        await Skies.ImportAsync(_worker, Model, Skies.Both(12));
    }

    public async Task DisposeAsync()
    {
        await _worker.DisposeAsync();
        await _monitoring.DisposeAsync();
    }

    [Fact]
    public async Task A_promoted_run_has_its_embeddings_watched_each_week_and_a_second_promotion_adds_no_monitor()
    {
        var run = await RunAsync(new());

        Assert.Equal(RunDecisions.Promoted, run.Decision);
        var monitor = Assert.Single(_monitoring.Added).Settings;
        Assert.Equal(("skies embeddings", Model, ReportKinds.EmbeddingDrift, "0 0 6 ? * MON", "168h"), (monitor.Name, monitor.Model, monitor.Kind, monitor.Cron, monitor.Window));
        await _training.PromoteAsync(run.RunId, "Once more.");
        Assert.Single(_monitoring.Added);
    }

    [Fact]
    public async Task A_challenger_is_watched_when_a_person_promotes_it_and_not_before()
    {
        var run = await RunAsync(new() { Promote = false });
        Assert.Empty(_monitoring.Added);

        await _training.PromoteAsync(run.RunId, "It looks good.");

        Assert.Single(_monitoring.Added);
    }

    [Fact]
    public async Task Who_wants_no_monitor_gets_none()
    {
        Assert.Equal(RunDecisions.Promoted, (await RunAsync(new() { Watch = false })).Decision);
        Assert.Empty(_monitoring.Added);
    }

    [Fact]
    public async Task A_promoted_run_whose_monitor_is_refused_says_so()
    {
        _monitoring.IsFull = true;

        var run = await RunAsync(new());

        Assert.Equal(RunDecisions.Promoted, run.Decision);
        Assert.Contains("not watched: There are too many monitors", run.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_posted_to_a_webhook_is_signed_or_refused_before_anything_is_done()
    {
        var plan = new MonitorPlan { Webhook = "https://example.com/alerts" };
        await using var signing = await RetrainingWorker.StartAsync(
            await fixture.Server.CreateDatabaseAsync(), ("ImageMonitors:WebhookSecret", "a secret of this test alone"));
        var monitors = signing.Services.GetRequiredService<EmbeddingMonitors>();
        monitors.Check(plan);
        await monitors.PutAsync(_monitoring.Address, Model, plan, default);

        var added = Assert.Single(_monitoring.Added);
        Assert.Equal(("https://example.com/alerts", "a secret of this test alone"), (added.Settings.WebhookUrl, added.WebhookSecret));
        Assert.Throws<InvalidDataException>(() => _worker.Services.GetRequiredService<EmbeddingMonitors>().Check(plan));
        _worker.Services.GetRequiredService<EmbeddingMonitors>().Check(new());
    }

    async Task<TrainingRun> RunAsync(ImageRunRequest image)
    {
        var request = image with { Backbone = TestBackbone.Name, Training = new() { Views = 1 } };
        var started = await _training.RetrainAsync(Model, new() { Reason = "test", Image = request });
        await Eventually.TrueAsync(async () => (await _training.GetAsync(started.RunId)).Status is not (RunStatuses.Queued or RunStatuses.Running));
        return await _training.GetAsync(started.RunId);
    }
}
