using System.Text.Json;
using AspireMl.Contracts.Monitoring;
using AspireMl.Storage.Monitoring;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AspireMl.Monitoring.Worker.Reports;

/// <summary>Shows reports as pages that need nothing else: no script, no font, no picture from anywhere.</summary>
static class ReportPages
{
    public static IResult Show(ReportHead report) => report switch
    {
        DriftReport => Page<DriftPage>(report),
        EmbeddingReport => Page<EmbeddingPage>(report),
        PerformanceReport => Page<PerformancePage>(report),
        QualityReport => Page<QualityPage>(report),
        _ => throw new ArgumentException($"There is no page for {report.GetType().Name}.", nameof(report)),
    };

    public static IResult Show(StoredReport stored) => stored.Kind switch
    {
        ReportKinds.DataDrift or ReportKinds.PredictionDrift or ReportKinds.TargetDrift => Show(Read<DriftReport>(stored)),
        ReportKinds.EmbeddingDrift => Show(Read<EmbeddingReport>(stored)),
        ReportKinds.Performance => Show(Read<PerformanceReport>(stored)),
        ReportKinds.Quality => Show(Read<QualityReport>(stored)),
        _ => throw new InvalidDataException($"There is no page for reports of the kind {stored.Kind}."),
    };

    static RazorComponentResult<TPage> Page<TPage>(ReportHead report)
        where TPage : Microsoft.AspNetCore.Components.IComponent => new(new Dictionary<string, object?> { ["Report"] = report });

    static TReport Read<TReport>(StoredReport stored) => JsonSerializer.Deserialize<TReport>(stored.Document, JsonSerializerOptions.Web)
        ?? throw new InvalidDataException("A stored report is empty.");
}
