using AspireMl.Contracts.ImageDatasets;
using AspireMl.Contracts.Training;
using AspireMl.Modeling.Decoding;
using AspireMl.Retraining.Worker.Images.Checks;
using AspireMl.Retraining.Worker.Images.Evaluation;
using AspireMl.Retraining.Worker.Images.Training;
using AspireMl.Retraining.Worker.Runs.Engine;
using AspireMl.Statistics.Regression;
using AspireMl.Storage.Objects;

namespace AspireMl.Retraining.Worker.Images.Runs;

/// <summary>From a version of an image dataset to a decision: checks, embeddings, head, comparison, export, rule. The same input gives the same package, byte for byte.</summary>
internal sealed class ImageRunEngine(ImageCheckReports checks, ImageDecoder decoder, IObjectStore objects)
{
    // Where in a run its parts end; showing images to the backbone takes most of the time.
    const double Checked = 0.15;
    const double Seen = 0.7;
    const double Trained = 0.8;
    const double Exported = 0.9;

    /// <summary>Runs.</summary>
    /// <param name="input">What it works on.</param>
    /// <param name="bootstrap">How the comparison is resampled.</param>
    /// <param name="report">Told how far it is (0 to 1), what it does next, and what it has found.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="InvalidDataException">The images cannot be trained on; a sentence.</exception>
    /// <exception cref="InvalidOperationException">The export does not answer as its trainer did; a sentence.</exception>
    public async Task<RunResult> RunAsync(ImageRunInput input, BootstrapOptions bootstrap, Action<double, string, RunOutcome> report, CancellationToken cancellation)
    {
        var found = new ImageRunResult { Dataset = input.Version.Dataset, DatasetVersion = input.Version.Number, Backbone = $"{input.Backbone.Card.Name} {input.Backbone.Card.Version}" };
        var outcome = new RunOutcome { DataHash = input.Version.ManifestHash, NewestRow = input.Version.CreatedAt };
        var (checkedImages, facts) = await checks.GetAsync(
            input.Version, input.Request.Checks, (done, all) => report(Checked * done / all, $"checked {done} of {all} images", outcome with { Image = found }), cancellation);
        var images = new SplitImages(facts);
        found = found with { Checks = checkedImages.Checks };
        outcome = outcome with { TrainingRows = images.Training.Count, HeldOutRows = images.Testing.Count };
        if (!checkedImages.Allowed)
        {
            return new(ImagePromotion.Decide(outcome, found, input.Request), null);
        }

        var seen = await SeenImages.SeeAsync(
            input, images, decoder, objects,
            (done, all) => report(Checked + ((Seen - Checked) * done / all), $"saw {done} of {all} images", outcome with { Image = found }), cancellation);
        report(Seen, "training the head", outcome with { Image = found });
        var trained = new HeadTrainer(input.Request.Training).Train(seen.Training, seen.Validation, images.Classes.Count, cancellation);
        var answers = HeadAnswers.Of(images, seen, trained);
        var subject = new EvaluationSubject(input.Model, ImagePackageVersion.Of(input), trained.Temperature, input.Version, ImageSplits.Testing);
        found = found with { Evaluation = ImageEvaluator.Of(subject, answers.Testing), Parameters = RunParameters.Of(input, seen, trained) };
        report(Trained, "comparing with the champion", outcome with { Image = found });

        found = await new ChampionComparison(decoder, objects, bootstrap).CompareAsync(input, found, images.Testing, answers.Testing, cancellation);
        report(Exported, "exporting and verifying the package", outcome with { Image = found });
        var archive = await new ImagePackaging(decoder, objects).PackAsync(input, images, seen, trained, found, answers, cancellation);
        return new(ImagePromotion.Decide(outcome with { PackageHash = ObjectKey.Of(archive) }, found, input.Request), archive);
    }
}
