using AspireMl.Contracts.ImageDatasets;

namespace AspireMl.Retraining.Worker.Images.Checks;

/// <summary>Images that look like another one although their files differ, within their split and in an earlier one.</summary>
internal static class NearDuplicateChecks
{
    static readonly string[] Order = [.. ImageSplits.All];

    public static IEnumerable<ImageCheck> Run(IReadOnlyList<ImageFacts> facts, ImageCheckLimits limits)
    {
        ImageFacts[] seen = [.. facts.Where(fact => fact.Look is not null).OrderBy(fact => Array.IndexOf(Order, fact.Entry.Split))];
        var hashes = new NearHashes([.. seen.Select(fact => fact.Look.GetValueOrDefault())], limits.NearDistance);
        List<(ImageEntry Image, ImageEntry Like)> within = [], across = [];
        for (var place = 0; place < seen.Length; place++)
        {
            Find(seen, hashes, place, within, across);
        }

        yield return Check("near-duplicates", within, facts.Count, limits, "look like another image of their split");
        yield return Check(
            "near-duplicates-across-splits", across, facts.Count(fact => fact.Entry.Split != ImageSplits.Training), limits,
            "held out for validation or testing look like an image of an earlier split");
    }

    static void Find(ImageFacts[] seen, NearHashes hashes, int place, List<(ImageEntry, ImageEntry)> within, List<(ImageEntry, ImageEntry)> across)
    {
        var image = seen[place].Entry;
        var (own, earlier) = (false, image.Split == ImageSplits.Training);
        foreach (var other in hashes.Before(place))
        {
            var like = seen[other].Entry;
            var same = like.Split == image.Split;
            // The same file is the matter of another check.
            if (like.Sha256 == image.Sha256 || (same ? own : earlier))
            {
                continue;
            }

            (same ? within : across).Add((image, like));
            (own, earlier) = (own || same, earlier || !same);
            if (own && earlier)
            {
                return;
            }
        }
    }

    // Each beside the one that it looks like.
    static ImageCheck Check(string name, List<(ImageEntry Image, ImageEntry Like)> found, int of, ImageCheckLimits limits, string what) =>
        CheckResult.Share(name, null, [.. found.Select(pair => pair.Image)], of, limits.NearDuplicates, what) with
        {
            Examples = [.. found.Take(CheckResult.MostExamples / 2).SelectMany(pair => new[] { pair.Image, pair.Like })],
        };
}
