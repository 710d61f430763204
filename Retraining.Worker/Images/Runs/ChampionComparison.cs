using AspireMl.Contracts.ImageDatasets;
using AspireMl.Contracts.Training;
using AspireMl.Modeling.Decoding;
using AspireMl.Retraining.Worker.Images.Evaluation;
using AspireMl.Retraining.Worker.Images.Training;
using AspireMl.Statistics.Classification;
using AspireMl.Statistics.Regression;
using AspireMl.Storage.Objects;

namespace AspireMl.Retraining.Worker.Images.Runs;

/// <summary>Shows the champion the same testing images and compares the shares of wrong answers. Images of classes that the champion does not know are wrong for it.</summary>
internal sealed class ChampionComparison(ImageDecoder decoder, IObjectStore objects, BootstrapOptions bootstrap)
{
    /// <summary>Compares.</summary>
    /// <returns>What was found with the comparison in it; as it was where there is no champion.</returns>
    public async Task<ImageRunResult> CompareAsync(
        ImageRunInput input, ImageRunResult found, IReadOnlyList<ImageEntry> testing, LabelledAnswers retrained, CancellationToken cancellation)
    {
        if (input.Champion is not { } champion)
        {
            return found;
        }

        var seen = await new ImageEmbedder(champion.Model, decoder, objects).RunAsync(testing, null, _ => { }, cancellation);
        var previous = LabelledAnswers.Of(testing, champion.Model.Labels, [.. seen.Select(answers => answers[0].Probabilities)]);
        var interval = PairedBootstrap.Difference(Wrong(previous), Wrong(retrained), bootstrap);
        return found with
        {
            Previous = ImageEvaluator.Of(
                new(champion.Card.Name, champion.Card.Version, champion.Model.Schema.Temperature ?? 1, input.Version, ImageSplits.Testing), previous),
            Difference = new(interval.Estimate, interval.Lower, interval.Upper, bootstrap.Confidence),
        };
    }

    static double[] Wrong(LabelledAnswers answers) =>
        [.. answers.Probabilities.Select((row, place) => ClassificationMetrics.MostProbable(row) == answers.Labels[place] ? 0.0 : 1.0)];
}
