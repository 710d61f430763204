using AspireMl.Contracts.ImageDatasets;
using AspireMl.Contracts.Training;

namespace AspireMl.Retraining.Worker.Images.Checks;

/// <summary>Looks at the images of a version before anything is learned from them.</summary>
internal static class ImageChecks
{
    /// <summary>All checks, also those that passed.</summary>
    public static ImageCheckReport Run(ImageDatasetVersion version, IReadOnlyList<ImageFacts> facts, ImageCheckLimits limits)
    {
        ImageCheck[] checks = [.. ContentChecks.Run(facts, limits), .. NearDuplicateChecks.Run(facts, limits), .. ClassChecks.Run(facts, limits), .. MeasureChecks.Run(facts, limits)];
        return new(version.Dataset, version.Number, version.ManifestHash, facts.Count, checks.All(check => check.Severity != CheckSeverities.Stop), checks);
    }
}
