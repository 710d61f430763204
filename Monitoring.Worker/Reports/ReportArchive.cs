using System.Text.Json;
using AspireMl.Contracts.Monitoring;
using AspireMl.Storage.Monitoring;

namespace AspireMl.Monitoring.Worker.Reports;

/// <summary>Keeps reports as they were made.</summary>
sealed class ReportArchive(IReportStore store, TimeProvider time)
{
    /// <summary>The time of a report that is made now, in whole microseconds as the store keeps it.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var now = time.GetUtcNow();
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        }
    }

    public Task KeepAsync<TReport>(TReport report, IEnumerable<ReportFigure> figures, CancellationToken cancellation)
        where TReport : ReportHead
    {
        var summary = new ReportSummary
        {
            ReportId = report.ReportId,
            Kind = report.Kind,
            Model = report.Model,
            CreatedAt = report.CreatedAt,
            Reference = report.Reference,
            Current = report.Current,
            Flagged = report.Flagged,
            Figures = [.. figures],
        };
        return store.AddAsync(summary, JsonSerializer.Serialize(report, JsonSerializerOptions.Web), cancellation);
    }
}
