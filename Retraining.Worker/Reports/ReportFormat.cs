using AspireMl.ServiceDefaults.Queries;

namespace AspireMl.Retraining.Worker.Reports;

/// <summary>How a report is wanted.</summary>
internal static class ReportFormat
{
    const string Json = "json";
    const string Html = "html";

    /// <summary>Whether a page is wanted instead of JSON.</summary>
    public static bool WantsHtml(string? format) => QueryValue.OneOf(format, "format", [Json, Html]) == Html;
}
