using System.Net;
using AspireMl.Contracts.Clients;
using AspireMl.Contracts.ImageDatasets;
using AspireMl.Contracts.Training;
using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Images;
using AspireMl.Modeling.Images.References;
using AspireMl.Retraining.Worker.Runs.Work;
using AspireMl.Retraining.Worker.Tests.Harness;
using AspireMl.Retraining.Worker.Tests.ImageDatasets;
using AspireMl.Storage.Registry;
using AspireMl.Storage.Runs;
using AspireMl.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AspireMl.Retraining.Worker.Tests.Images;

[Collection(SharedPostgres.Name)]
public sealed class ImageRunTests(PostgresFixture fixture) : IAsyncLifetime
{
    const string Model = "skies";

    string _database = "";

    public async Task InitializeAsync() => _database = await fixture.Server.CreateDatabaseAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_folder_of_images_becomes_a_champion_that_answers_explains_and_knows_what_it_learned_from()
    {
        await using var worker = await StartAsync();
        var training = new TrainingClient(worker.Client);
        await ImportAsync(worker, Skies.Both(40));
        var run = await RunAsync(training, new() { Backbone = TestBackbone.Name });

        Assert.Equal((RunStatuses.Finished, RunDecisions.Promoted, 1.0), (run.Status, run.Decision, run.Progress));
        var found = run.Image!;
        Assert.Equal((Model, 1, $"{TestBackbone.Name} {TestBackbone.Version}"), (found.Dataset, found.DatasetVersion, found.Backbone));
        Assert.True(found.Evaluation!.Accuracy > 0.9, $"{found.Evaluation.Accuracy}");
        Assert.Equal(run.HeldOutRows, found.Evaluation.Confusion.Sum(row => row.Sum()));
        Assert.Equal(["blue", "grey"], found.Evaluation.Classes.Select(one => one.Label));
        Assert.Null(found.Previous);

        using var opened = await OpenAsync(worker, found.Evaluation.Version);
        Assert.Equal(["blue", "grey"], opened.Labels);
        Assert.True(opened.CanExplain);
        using var decoder = new ImageDecoder(new());
        using var sky = decoder.DecodeSingle(Pictures.Jpeg(9999, 60, 90, 220));
        var answer = opened.Classify([sky], explain: true)[0];
        Assert.True(answer.Probabilities[0] > 0.9, $"{answer.Probabilities[0]}");
        Assert.NotNull(answer.HeatMap);
        await using var archive = await worker.Services.GetRequiredService<RegisteredPackages>().OpenAsync(Model, found.Evaluation.Version, default);
        var reference = DriftReference.OfArchive(archive)!;
        Assert.Equal((4, 2), (reference.EmbeddingSize, reference.LabelCount));
        Assert.Equal(found.DatasetVersion, (await new ImageDatasetClient(worker.Client).GetAsync(Model)).Number);

        var page = await worker.Client.GetStringAsync($"/v1/runs/{run.RunId}/report?format=html");
        Assert.Contains("What was called what", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_images_give_the_same_package_and_a_champion_is_only_beaten_beyond_chance()
    {
        await using var worker = await StartAsync();
        var training = new TrainingClient(worker.Client);
        await ImportAsync(worker, Skies.Both(40));
        var first = await RunAsync(training, new() { Backbone = TestBackbone.Name });
        var again = await RunAsync(training, new() { Backbone = TestBackbone.Name, BackboneVersion = TestBackbone.Version });

        Assert.Equal((RunDecisions.Challenger, first.PackageHash), (again.Decision, again.PackageHash));
        Assert.Contains("nothing has changed", again.Reason, StringComparison.Ordinal);

        // The champion has never seen a red sky; with it in the dataset a new head is better, and the champion is its backbone.
        await ImportAsync(worker, [.. Skies.Both(40), .. Skies.One("red", 60, 220, 60, 40)]);
        var third = await RunAsync(training, null);
        Assert.Equal((RunDecisions.Promoted, $"{Model} {first.RetrainedVersion}"), (third.Decision, third.Image!.Backbone));
        Assert.Equal(first.Image!.Evaluation!.Version, third.Image.Previous!.Version);
        Assert.True(third.Image.Difference!.Upper < 0);
        Assert.StartsWith("1.2.0-h", third.Image.Evaluation!.Version, StringComparison.Ordinal);
        var experiments = new ExperimentClient(worker.Client);
        Assert.Equal([third.RunId, again.RunId, first.RunId], (await experiments.ListAsync(Model)).Items.Select(experiment => experiment.RunId));
        var compared = await experiments.CompareAsync([first.RunId, third.RunId]);
        Assert.False(compared.SameData);
        Assert.Contains(compared.Parameters, parameter => parameter is { Name: "backbone", Differs: true });
        Assert.Equal(third.Image.Evaluation.Accuracy, compared.Metrics.Single(metric => metric.Name == "accuracy").Values[1]);
        Assert.Equal(HttpStatusCode.BadRequest, (await Assert.ThrowsAsync<ApiException>(() => experiments.CompareAsync([first.RunId]))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Assert.ThrowsAsync<ApiException>(() => experiments.CompareAsync([first.RunId, Guid.NewGuid()]))).Status);
        using var file = new MemoryStream();
        await experiments.ExportAsync("csv", file, Model);
        Assert.Equal(4, System.Text.Encoding.UTF8.GetString(file.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(third.Image.Evaluation.Accuracy, (await training.EvaluateImagesAsync(Model, ImageSplits.Testing)).Accuracy);
        var rolledBack = await training.PromoteAsync(first.RunId, "The old one.");
        Assert.Equal(RunDecisions.Promoted, rolledBack.Decision);
        Assert.Equal(first.RetrainedVersion, await worker.Services.GetRequiredService<RegisteredPackages>().FindChampionAsync(Model, default));
    }

    [Fact]
    public async Task Images_that_fail_their_checks_stop_the_run_and_register_nothing()
    {
        await using var worker = await StartAsync();
        var training = new TrainingClient(worker.Client);
        await ImportAsync(worker, Skies.One("blue", 60, 90, 220, 40));

        var stopped = await RunAsync(training, new() { Backbone = TestBackbone.Name });

        Assert.Equal((RunStatuses.Finished, RunDecisions.Stopped), (stopped.Status, stopped.Decision));
        Assert.Contains("at least 2 are needed", stopped.Reason, StringComparison.Ordinal);
        Assert.Empty(await VersionsAsync(worker));
        Assert.Contains("at least 2 are needed", await worker.Client.GetStringAsync($"/v1/runs/{stopped.RunId}/report?format=html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_request_names_must_be_there_and_within_its_bounds()
    {
        await using var worker = await StartAsync();
        await ImportAsync(worker, Skies.Both(10));

        Assert.Contains("no image dataset named none", await RefusedAsync(worker, new() { Dataset = "none", Backbone = TestBackbone.Name }), StringComparison.Ordinal);
        Assert.Contains("no version 7", await RefusedAsync(worker, new() { DatasetVersion = 7, Backbone = TestBackbone.Name }), StringComparison.Ordinal);
        Assert.Contains("name another model as backbone", await RefusedAsync(worker, new()), StringComparison.Ordinal);
        Assert.Contains("no version 9.9.9", await RefusedAsync(worker, new() { Backbone = TestBackbone.Name, BackboneVersion = "9.9.9" }), StringComparison.Ordinal);
        Assert.Contains("Views", await RefusedAsync(worker, new() { Backbone = TestBackbone.Name, Training = new() { Views = 99 } }), StringComparison.Ordinal);
        Assert.Contains("Leaks", await RefusedAsync(worker, new() { Backbone = TestBackbone.Name, Checks = new() { Leaks = 2 } }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_or_whose_worker_dies_leaves_no_version_until_it_is_done_again()
    {
        await using var worker = await StartAsync(("Runs:Poll", "00:01:00"));
        var (training, runs) = (new TrainingClient(worker.Client), worker.Services.GetRequiredService<IRunStore>());
        await ImportAsync(worker, Skies.Both(150));
        var started = await training.RetrainAsync(Model, new() { Reason = "long", Image = new() { Backbone = TestBackbone.Name } });
        await Eventually.TrueAsync(async () => (await training.GetAsync(started.RunId)).Progress > 0.05);
        await training.CancelAsync(started.RunId);
        var cancelled = await EndAsync(training, started.RunId);
        Assert.Equal(RunStatuses.Cancelled, cancelled.Status);
        Assert.Empty(await VersionsAsync(worker));

        // Another process takes the next run and dies: nothing is heard of it any more.
        var id = await TakenByTheDeadAsync(worker, runs);
        Assert.Empty(await VersionsAsync(worker));
        await Eventually.TrueAsync(async () =>
        {
            worker.Services.GetRequiredService<RunSignal>().Set();
            return (await training.GetAsync(id)).Attempts > 1;
        });
        var resumed = await EndAsync(training, id);
        Assert.Equal((RunStatuses.Finished, RunDecisions.Promoted), (resumed.Status, resumed.Decision));
        Assert.Equal(resumed.RetrainedVersion, Assert.Single(await VersionsAsync(worker)));
    }

    async Task<RetrainingWorker> StartAsync(params (string Key, string Value)[] settings)
    {
        var worker = await RetrainingWorker.StartAsync(_database, [("Runs:Resamples", "300"), ("Runs:Lease", "00:00:02"), .. settings]);
        await TestBackbone.RegisterAsync(worker);
        return worker;
    }

    // The service may be faster; then there is another run to take.
    static async Task<Guid> TakenByTheDeadAsync(RetrainingWorker worker, IRunStore runs)
    {
        var request = new RetrainRequest { Reason = "again", Image = new() { Dataset = Model, DatasetVersion = 1, Backbone = TestBackbone.Name, BackboneVersion = TestBackbone.Version, Training = new() { Views = 1 } } };
        while (true)
        {
            var run = new TrainingRun { RunId = Guid.CreateVersion7(), Model = Model, Status = RunStatuses.Queued, CreatedAt = DateTimeOffset.UtcNow, Request = request };
            await runs.AddAsync(run, default);
            if (await runs.ClaimAsync("dead", TimeSpan.FromMilliseconds(300), default) is not null)
            {
                return run.RunId;
            }

            await EndAsync(new(worker.Client), run.RunId);
        }
    }

    static async Task<string> RefusedAsync(RetrainingWorker worker, ImageRunRequest image)
    {
        var refused = await Assert.ThrowsAsync<ApiException>(() => new TrainingClient(worker.Client).RetrainAsync(Model, new() { Reason = "x", Image = image }));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        return refused.Message;
    }

    static async Task<TrainingRun> RunAsync(TrainingClient training, ImageRunRequest? image)
    {
        var started = await training.RetrainAsync(Model, new() { Reason = "test", Image = image });
        return await EndAsync(training, started.RunId);
    }

    static async Task<TrainingRun> EndAsync(TrainingClient training, Guid runId)
    {
        await Eventually.TrueAsync(async () => (await training.GetAsync(runId)).Status is not (RunStatuses.Queued or RunStatuses.Running));
        var run = await training.GetAsync(runId);
        Assert.True(run.Status != RunStatuses.Failed, run.Message);
        return run;
    }

    static async Task<string[]> VersionsAsync(RetrainingWorker worker) =>
        [.. (await worker.Services.GetRequiredService<IModelRegistry>().ReadAsync([], default)).Versions.Select(version => version.Key).Where(key => key.Model == Model).Select(key => key.Version)];

    static async Task<ImageModel> OpenAsync(RetrainingWorker worker, string version)
    {
        await using var archive = await worker.Services.GetRequiredService<RegisteredPackages>().OpenAsync(Model, version, default);
        return ImageModel.OpenArchive(archive);
    }

    static Task ImportAsync(RetrainingWorker worker, IReadOnlyList<(string Path, byte[] Content)> files) => Skies.ImportAsync(worker, Model, files);
}
