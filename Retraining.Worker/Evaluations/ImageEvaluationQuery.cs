using AspireMl.Contracts.ImageDatasets;
using AspireMl.Retraining.Worker.Reports;
using AspireMl.ServiceDefaults.Queries;

namespace AspireMl.Retraining.Worker.Evaluations;

/// <summary>Which version to measure on which images, and how to show what was found.</summary>
internal sealed record ImageEvaluationQuery(string? Version, string? Dataset, int? DatasetVersion, string? On, string? Format)
{
    /// <summary>The split; testing when none is named.</summary>
    public string Split => QueryValue.OneOf(On, "on", [.. ImageSplits.All]) ?? ImageSplits.Testing;

    /// <summary>Whether a page is wanted instead of JSON.</summary>
    public bool WantsHtml => ReportFormat.WantsHtml(Format);
}
