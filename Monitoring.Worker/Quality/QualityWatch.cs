using AspireMl.Contracts.Monitoring;
using AspireMl.Monitoring.Worker.Drift;
using AspireMl.Monitoring.Worker.Monitors;
using AspireMl.Monitoring.Worker.Reports;
using AspireMl.Monitoring.Worker.Rows;
using Microsoft.Extensions.Options;

namespace AspireMl.Monitoring.Worker.Quality;

/// <summary>Watches the quality of the rows that a model is asked about.</summary>
sealed class QualityWatch(WatchedModels models, RowTables tables, ReportArchive archive, IOptions<QualityOptions> options) : IWatch
{
    const int MostNames = 5;

    public string Kind => ReportKinds.Quality;

    public async Task<ReportHead> WatchAsync(DriftRequest request, CancellationToken cancellation)
    {
        var model = await models.RequireAsync(request.Model, cancellation);
        var currentRange = request.Current(RowSource.Answers);
        var table = await tables.OpenAsync(model, request.Reference, cancellation);
        var reference = await RowColumns.ReadAsync(table, options.Value.MaxRows, cancellation);
        var current = await RowColumns.ReadAsync(await tables.OpenAsync(model, currentRange, cancellation), options.Value.MaxRows, cancellation);
        if (reference.Rows == 0 || current.Rows == 0)
        {
            throw reference.Rows == 0 ? RowTables.Empty("reference", request.Reference) : RowTables.Empty("current", currentRange);
        }

        var words = table.Features.ToDictionary(feature => feature.Name, feature => feature.Values);
        var columns = model.Schema.Features
            .Where(feature => reference.Features.ContainsKey(feature.Name))
            .Select(feature => QualityMeasures.Of(feature, reference.Features[feature.Name], current.Features[feature.Name], words[feature.Name]))
            .ToArray();
        var duplicates = new SideShares(QualityMeasures.DuplicateShare(reference), QualityMeasures.DuplicateShare(current));
        var correlations = QualityMeasures.Correlations(model.Schema.Features, reference, current);
        QualityFinding[] figures = [.. Figures(columns, duplicates, correlations, request.Thresholds)];
        QualityFinding[] findings = [.. figures.Where(IsFinding)];
        var report = new QualityReport
        {
            ReportId = Guid.CreateVersion7(),
            Kind = Kind,
            Model = model.Name,
            CreatedAt = archive.Now,
            Flagged = findings.Length > 0,
            Reference = request.Reference.With(reference.Rows),
            Current = currentRange.With(current.Rows),
            Columns = [.. columns.Select(column => column.Column)],
            Duplicates = duplicates,
            Correlations = correlations,
            Findings = findings,
        };
        await archive.KeepAsync(report, figures.Select(figure => new ReportFigure(figure.Column ?? "rows", figure.Check, figure.Value, figure.Threshold, IsFinding(figure))), cancellation);
        return report;
    }

    public string Describe(ReportHead report)
    {
        var findings = ((QualityReport)report).Findings;
        var words = findings.Take(MostNames).Select(finding => finding.Column is null ? finding.Check : $"{finding.Check} in {finding.Column}");
        return findings.Count == 0 ? "The rows are in order." : $"There are {findings.Count} findings: {string.Join("; ", words)}.";
    }

    static bool IsFinding(QualityFinding figure) => figure.Value >= figure.Threshold;

    IEnumerable<QualityFinding> Figures(
        (QualityColumn Column, bool BecameConstant)[] columns, SideShares duplicates, IReadOnlyList<CorrelationShift> correlations, IReadOnlyList<MonitorThreshold> thresholds)
    {
        foreach (var (column, becameConstant) in columns)
        {
            yield return Figure(QualityChecks.Missing, column.Name, column.Missing.Current - column.Missing.Reference);
            yield return Figure(QualityChecks.OutOfRange, column.Name, column.OutOfRange.Current);
            yield return Figure(QualityChecks.Constant, column.Name, becameConstant ? 1 : 0);
            yield return Figure(QualityChecks.NewCategories, column.Name, column.NewShare);
        }

        yield return Figure(QualityChecks.Duplicates, null, duplicates.Current - duplicates.Reference);
        foreach (var shift in correlations)
        {
            yield return Figure(QualityChecks.Correlation, $"{shift.First}, {shift.Second}", Math.Abs(shift.Current - shift.Reference));
        }

        QualityFinding Figure(string check, string? column, double value) =>
            new(check, column, value, thresholds.FirstOrDefault(threshold => threshold.Name == check)?.Value ?? options.Value.Of(check));
    }
}
