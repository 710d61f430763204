using System.Diagnostics;
using AspireMl.Contracts.ImageDatasets;
using AspireMl.Contracts.Training;
using AspireMl.Modeling.Decoding;
using AspireMl.Retraining.Worker.Images;
using AspireMl.Retraining.Worker.Images.Checks;
using AspireMl.Retraining.Worker.Images.Evaluation;
using AspireMl.Retraining.Worker.Images.Runs;
using AspireMl.Retraining.Worker.Images.Training;

namespace AspireMl.Bench.Transfer;

/// <summary>One draw of few images, learned from through a backbone and judged on all testing images.</summary>
/// <param name="Seed">Of the draw and of the augmentation.</param>
/// <param name="Evaluation">On the testing images.</param>
/// <param name="Penalty">The penalty that the validation images chose.</param>
/// <param name="SeeingSeconds">Time to show all images to the backbone.</param>
/// <param name="HeadSeconds">Time to train the head, its embeddings of the training and validation images included.</param>
internal sealed record TransferRun(int Seed, ImageEvaluation Evaluation, double Penalty, double SeeingSeconds, double HeadSeconds)
{
    // Of the drawn images, one in five chooses penalty, stop and temperature.
    const int ValidationEvery = 5;

    public static async Task<TransferRun> MeasureAsync(
        ImageBackbone backbone, MemoryObjects objects, IReadOnlyList<ImageEntry> pool, IReadOnlyList<ImageEntry> testing, int each, int seed, ImageTrainingSettings settings, CancellationToken cancellation)
    {
        var images = new SplitImages(Draw(pool, each, seed).Concat(testing).Select(entry => new ImageFacts(entry, 1, 0)));
        var version = new ImageDatasetVersion("transfer", 1, "", null, DateTimeOffset.UnixEpoch, "", "", []);
        var input = new ImageRunInput("transfer", version, new() { Training = settings }, seed, backbone, null);
        using var decoder = new ImageDecoder(new() { Concurrency = Environment.ProcessorCount });
        var seeing = Stopwatch.StartNew();
        var learned = seeing.Elapsed;
        var seen = await SeenImages.SeeAsync(
            input, images, decoder, objects, (done, _) => learned = done <= images.Training.Count + images.Validation.Count ? seeing.Elapsed : learned, cancellation);
        seeing.Stop();
        var training = Stopwatch.StartNew();
        var trained = new HeadTrainer(settings).Train(seen.Training, seen.Validation, images.Classes.Count, cancellation);
        training.Stop();
        var evaluation = ImageEvaluator.Of(new("transfer", "1.0.0", trained.Temperature, version, ImageSplits.Testing), HeadAnswers.Of(images, seen, trained).Testing);
        return new(seed, evaluation, trained.Penalty, seeing.Elapsed.TotalSeconds, (learned + training.Elapsed).TotalSeconds);
    }

    static IEnumerable<ImageEntry> Draw(IReadOnlyList<ImageEntry> pool, int each, int seed)
    {
        var random = new Random(seed);
        foreach (var label in pool.GroupBy(entry => entry.Label).OrderBy(label => label.Key, StringComparer.Ordinal))
        {
            ImageEntry[] drawn = [.. label.OrderBy(entry => entry.Path, StringComparer.Ordinal)];
            random.Shuffle(drawn);
            foreach (var (place, entry) in drawn.Take(each).Index())
            {
                yield return entry with { Split = place % ValidationEvery == 0 ? ImageSplits.Validation : ImageSplits.Training };
            }
        }
    }
}
