using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Monitoring;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Monitoring.Worker.Tests.Harness;

namespace AspireMl.Monitoring.Worker.Tests.Reports;

[Collection(SharedPostgres.Name)]
public sealed class EmbeddingReportTests(PostgresFixture postgres) : IAsyncLifetime
{
    static readonly ReportRequest Request = new() { Window = "1h", To = Painter.AnswersStart.AddHours(1) };

    MonitoringWorker _worker = null!;
    MonitoringClient _client = null!;

    public async Task InitializeAsync()
    {
        _worker = MonitoringWorker.Start(await postgres.Server.CreateDatabaseAsync());
        _client = new(_worker.CreateClient());
    }

    public async Task DisposeAsync() => await _worker.DisposeAsync();

    [Fact]
    public async Task Images_like_those_of_the_reference_give_no_alarm()
    {
        await (await CreateAsync()).AnswerAsync(Painter.Images(200, 2), Painter.AnswersStart);

        var report = await _client.GetEmbeddingDriftAsync(Painter.Model, Request);

        Assert.False(report.Flagged);
        Assert.Equal((300, 200), (report.Reference.Rows, report.Current.Rows));
        Assert.Equal([(EmbeddingSpaces.Uae, Painter.Components), (EmbeddingSpaces.Bbsd, 3)], report.Spaces.Select(space => (space.Name, space.Dimensions)));
        Assert.All(report.Spaces, space => Assert.Equal(
            [EmbeddingMethods.Mmd, EmbeddingMethods.MeanDistance, EmbeddingMethods.Components, EmbeddingMethods.DomainClassifier], space.Results.Select(result => result.Method)));
        Assert.Equal((300, 200), (report.Plane.Reference.Count, report.Plane.Current.Count));
        Assert.InRange(report.Plane.Explained, 0.3, 1);
        Assert.Null(report.Confirmed);
    }

    [Fact]
    public async Task Images_that_look_different_are_found_in_the_embeddings_and_shown_on_the_page()
    {
        await (await CreateAsync()).AnswerAsync(Painter.Images(200, 2, shift: 0.5), Painter.AnswersStart);

        var report = await _client.GetEmbeddingDriftAsync(Painter.Model, Request);

        Assert.True(report.Flagged);
        Assert.True(Found(report, EmbeddingSpaces.Uae, EmbeddingMethods.Mmd).Drifted);
        Assert.False(Found(report, EmbeddingSpaces.Bbsd, EmbeddingMethods.Mmd).Drifted);
        Assert.False(report.Predicted.Result.Drifted);
        var page = await _client.ReadReportPageAsync(report.ReportId);
        Assert.Contains("The images look different", page, StringComparison.Ordinal);
        Assert.Equal(500, page.Split("<circle").Length - 1);
    }

    [Fact]
    public async Task Other_labels_are_found_in_what_the_model_gives()
    {
        await (await CreateAsync()).AnswerAsync(Painter.Images(200, 2, redShare: 0.8), Painter.AnswersStart);

        var report = await _client.GetEmbeddingDriftAsync(Painter.Model, Request);

        Assert.True(report.Flagged);
        Assert.True(report.Predicted.Result.Drifted);
        Assert.InRange(report.Predicted.Labels[0].Shares.Current, 0.7, 0.9);
    }

    [Fact]
    public async Task What_people_say_is_compared_with_the_labels_of_the_reference()
    {
        var painter = await CreateAsync();
        var ids = await painter.AnswerAsync(Painter.Images(60, 2), Painter.AnswersStart);
        await painter.CorrectAsync(ids.Take(40), "blue");
        await painter.CorrectAsync(ids.Skip(40), "no colour that the model knows");

        var report = await _client.GetEmbeddingDriftAsync(Painter.Model, Request);

        Assert.True(report.Confirmed!.Result.Drifted);
        Assert.Equal(1, report.Confirmed.Labels[2].Shares.Current);
        // It takes a monitor with a threshold to give alarm.
        Assert.False(report.Flagged);
    }

    [Fact]
    public async Task The_newest_images_count_and_those_of_other_versions_do_not()
    {
        await using var worker = MonitoringWorker.Start(await postgres.Server.CreateDatabaseAsync(), ("Embeddings:MaxImages", "50"), ("Embeddings:MinimumImages", "20"));
        var painter = await new Painter(worker.Services).CreateAsync();
        await painter.AnswerAsync(Painter.Images(100, 2), Painter.AnswersStart);
        var newest = await painter.AnswerAsync(Painter.Images(50, 3), Painter.AnswersStart.AddMinutes(10));
        await painter.AnswerAsync(Painter.Images(50, 4, shift: 5), Painter.AnswersStart.AddMinutes(20), "0.9.0");

        var report = await new MonitoringClient(worker.CreateClient()).GetEmbeddingDriftAsync(Painter.Model, Request);

        Assert.Equal((50, 50), (report.Reference.Rows, report.Current.Rows));
        Assert.Equal(newest.Reverse(), report.Plane.Current.Select(point => point.InferenceId!.Value));
        Assert.False(report.Flagged);
    }

    [Fact]
    public async Task An_earlier_time_can_be_the_reference()
    {
        var painter = await CreateAsync();
        await painter.AnswerAsync(Painter.Images(100, 2, shift: 2), Painter.AnswersStart.AddDays(-1));
        await painter.AnswerAsync(Painter.Images(100, 3, shift: 2), Painter.AnswersStart);

        var report = await _client.GetEmbeddingDriftAsync(Painter.Model, Request with { Reference = $"{Painter.AnswersStart.AddDays(-1):O}/{Painter.AnswersStart:O}" });

        Assert.False(report.Flagged);
        Assert.Equal(RowSource.Answers, report.Reference.Name);
    }

    [Fact]
    public async Task What_cannot_be_compared_is_told()
    {
        Assert.Equal(404, (await RefusedAsync("nothing")).Status);
        await CreateAsync();
        Assert.Contains("at least 30 are needed", (await RefusedAsync(Painter.Model)).Message, StringComparison.Ordinal);
        await new Roaster(_worker.Services).CreateAsync();
        Assert.Contains("does not classify images", (await RefusedAsync(Roaster.Model)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_without_a_reference_cannot_be_watched()
    {
        await new Painter(_worker.Services).CreateAsync(references: 0);

        Assert.Contains("has no drift reference", (await RefusedAsync(Painter.Model)).Message, StringComparison.Ordinal);
    }

    Task<Painter> CreateAsync() => new Painter(_worker.Services).CreateAsync();

    static MethodResult Found(EmbeddingReport report, string space, string method) =>
        report.Spaces.Single(one => one.Name == space).Results.Single(result => result.Method == method);

    async Task<(int? Status, string Message)> RefusedAsync(string model)
    {
        var refusal = await Assert.ThrowsAsync<ApiException>(() => _client.GetEmbeddingDriftAsync(model, Request));
        return ((int?)refusal.Status, refusal.Message);
    }
}
