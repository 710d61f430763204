using AspireMl.Contracts.ImageDatasets;
using AspireMl.Contracts.Training;

namespace AspireMl.Retraining.Worker.Images.Checks;

/// <summary>Makes checks.</summary>
internal static class CheckResult
{
    /// <summary>Most images that a check shows.</summary>
    public const int MostExamples = 6;

    /// <summary>A share that stops a run above its limit and is a warning when there is any.</summary>
    public static ImageCheck Share(string name, string? subject, IReadOnlyCollection<ImageEntry> found, int of, double limit, string what)
    {
        var share = of == 0 ? 0 : found.Count / (double)of;
        var severity = share > limit ? CheckSeverities.Stop : found.Count > 0 ? CheckSeverities.Warning : CheckSeverities.Passed;
        var allowed = severity == CheckSeverities.Stop ? $", more than the {limit:P0} that are allowed" : "";
        return new(name, subject, share, limit, severity, $"{found.Count:N0} of {of:N0} images ({share:P1}) {what}{allowed}.", [.. found.Take(MostExamples)]);
    }

    /// <summary>A number that stops a run below its limit.</summary>
    public static ImageCheck AtLeast(string name, string? subject, int found, int least, string what) => new(
        name, subject, found, least, found >= least ? CheckSeverities.Passed : CheckSeverities.Stop,
        found >= least ? $"{what}: {found:N0}." : $"{what}: {found:N0}, but at least {least:N0} are needed.",
        []);
}
