using AspireMl.Contracts.Datasets;
using AspireMl.Retraining.Worker.Reports;
using AspireMl.ServiceDefaults.Queries;

namespace AspireMl.Retraining.Worker.Evaluations;

/// <summary>Which rows to look at, and how to show what was found.</summary>
internal sealed record EvaluationQuery(string? On, string? Format)
{
    /// <summary>The split; testing when none is named.</summary>
    public string Split => QueryValue.OneOf(On, "on", [.. DatasetSplits.All]) ?? DatasetSplits.Testing;

    /// <summary>Whether a page is wanted instead of JSON.</summary>
    public bool WantsHtml => ReportFormat.WantsHtml(Format);
}
