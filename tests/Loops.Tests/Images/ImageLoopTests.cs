using AspireMl.Contracts.Inferences;
using AspireMl.Contracts.Monitoring;
using AspireMl.Testing;

namespace AspireMl.Loops.Tests.Images;

/// <summary>From a folder of images to a classifier that answers, is watched, and whose monitor sees when images change.</summary>
public sealed class ImageLoopTests : IDisposable
{
    const string Model = "shapes";
    const int Images = 120;

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aspireml-shapes-");

    [Fact]
    public async Task One_file_and_one_command_give_a_classifier_whose_monitor_raises_an_alert_when_the_light_changes()
    {
        await using var loop = await RunningLoop.StartAsync(simulated: false, servers: true);
        Draw();
        Assert.Contains("promoted", await loop.RunAsync("flow", WriteFlow(loop.MonitoringAddress)), StringComparison.Ordinal);
        // One more run, in the service this time; as the data are the same, there is nothing better to promote.
        await loop.Training.RetrainAsync(Model, new() { Reason = "Once more, from the page." });

        await Eventually.TrueAsync(async () => (await loop.Inference.ListModelsAsync()).Any(model => model is { Name: Model, Ready: true }));
        var answers = await AskAsync(loop, Images, seed: 50_000, light: 1);
        Assert.InRange(answers.Count(answer => answer.Right), Images * 0.9, Images);
        await Eventually.TrueAsync(async () => (await ReportsAsync(loop)).Any(report => report.Current.Rows >= Images));
        Assert.DoesNotContain(await ReportsAsync(loop), report => report.Flagged);

        await AskAsync(loop, Images, seed: 60_000, light: 0.35);
        await Eventually.TrueAsync(async () => (await loop.Monitoring.ListAlertsAsync(Model)).Items is [{ Kind: ReportKinds.EmbeddingDrift }]);

        await loop.Inference.GiveFeedbackAsync(answers[0].Id, Feedback.Correct);
        await loop.ShowsEveryPanelAsync("image-classification");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    static async Task<IReadOnlyList<ReportSummary>> ReportsAsync(RunningLoop loop) => (await loop.Monitoring.ListReportsAsync(Model, new())).Items;

    static async Task<IReadOnlyList<(Guid Id, bool Right)>> AskAsync(RunningLoop loop, int count, int seed, double light)
    {
        List<(Guid, bool)> answers = [];
        for (var number = 0; number < count; number++)
        {
            var label = Drawings.Labels[number % Drawings.Labels.Count];
            using var photo = new MemoryStream(Drawings.Jpeg(label, seed + number, light));
            // Some are explained, so that this is measured too.
            var answer = await loop.Images.ClassifyAsync(new(photo, "image/jpeg", "photo.jpg"), Model, explain: number % 10 == 0);
            answers.Add((answer.InferenceId, answer.Predictions[0].Label == label));
        }

        return answers;
    }

    void Draw()
    {
        foreach (var (split, count, seed) in new[] { ("training", 60, 10_000), ("validation", 40, 20_000), ("testing", 20, 30_000) })
        {
            foreach (var (place, label) in Drawings.Labels.Index())
            {
                var folder = _folder.CreateSubdirectory(Path.Combine("photos", split, label));
                for (var number = 0; number < count; number++)
                {
                    File.WriteAllBytes(Path.Combine(folder.FullName, $"{number}.jpg"), Drawings.Jpeg(label, seed + (1000 * place) + number));
                }
            }
        }
    }

    string WriteFlow(string monitoring)
    {
        var path = Path.Combine(_folder.FullName, "flow.yaml");
        File.WriteAllText(path, $"""
            model: {Model}
            dataset:
              folder: photos
            backbone:
              model: objects-10
            training:
              views: 2
            monitor:
              service: {monitoring}
              cron: "* * * * * ?"
              window: 1h
              minimumRows: 60
            """);
        return path;
    }
}
