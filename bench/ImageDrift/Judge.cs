using AspireMl.Modeling.Images.References;
using AspireMl.Monitoring.Worker.Embeddings;
using AspireMl.Storage.Images;

namespace AspireMl.Bench.ImageDrift;

/// <summary>Judges draws of answers as the monitor would whose settings are the defaults.</summary>
internal sealed class Judge(DriftReference reference, IReadOnlyList<string> labels)
{
    readonly EmbeddingMeasures _measures = new(new(), []);
    readonly ComparedImages _before = ComparedImages.Of(reference, new EmbeddingOptions().MaxImages);

    /// <summary>How often each detector, and the verdict, says drift.</summary>
    /// <param name="condition">What the table calls it.</param>
    /// <param name="answers">What the model said of each file.</param>
    /// <param name="choose">The places that a draw is made from.</param>
    /// <param name="draws">How many draws.</param>
    /// <param name="size">Images of a draw.</param>
    public ConditionRates Rate(string condition, IReadOnlyList<ImageInference> answers, Func<Random, IReadOnlyList<int>> choose, int draws, int size)
    {
        var verdicts = new (IReadOnlyList<(string Detector, bool Found)> Detectors, bool Flagged)[draws];
        Parallel.For(0, draws, draw =>
        {
            var random = new Random(draw);
            int[] places = [.. choose(random)];
            random.Shuffle(places);
            var findings = EmbeddingFindings.Of(_measures, labels, _before, ComparedImages.Of([.. places.Take(size).Select(place => answers[place])], reference));
            verdicts[draw] = (
                [.. findings.Results.Select(found => ($"{found.Space} {found.Result.Method}", found.Result.Drifted))],
                findings.Figures([]).Any(figure => figure.Flagged));
        });
        return new(
            condition,
            [.. verdicts.SelectMany(verdict => verdict.Detectors).GroupBy(found => found.Detector).Select(found => new DetectorRate(found.Key, found.Count(one => one.Found) / (double)draws))],
            verdicts.Count(verdict => verdict.Flagged) / (double)draws);
    }
}
