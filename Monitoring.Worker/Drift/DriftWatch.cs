using AspireMl.Contracts.Datasets;
using AspireMl.Contracts.Monitoring;
using AspireMl.Monitoring.Worker.Reports;
using AspireMl.Monitoring.Worker.Rows;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage;

namespace AspireMl.Monitoring.Worker.Drift;

/// <summary>Says how far features, predictions and targets have moved, and keeps what it said.</summary>
sealed class DriftWatch(WatchedModels models, Sketches sketches, ReportArchive archive)
{
    /// <summary>Compares the features that the model was asked about with a reference.</summary>
    /// <exception cref="RefusalException">There is no such model or reference (status 404), or a side has no rows (422).</exception>
    /// <exception cref="StorageUnavailableException">The database cannot be reached.</exception>
    public async Task<DriftReport> FeaturesAsync(DriftRequest request, CancellationToken cancellation)
    {
        var model = await models.RequireAsync(request.Model, cancellation);
        var (reference, current) = await ReadAsync(model, request.Reference, request.Current(RowSource.Answers), cancellation);
        ComparedColumn[] columns = [.. model.Schema.Features
            .Where(feature => reference.Features.ContainsKey(feature.Name))
            .Select(feature => new ComparedColumn(feature.Name, reference.Features[feature.Name], current.Features[feature.Name]))
            .Where(column => column.Reference.GetType() == column.Current.GetType())];
        return await KeepAsync(ReportKinds.DataDrift, RowSource.Answers, request, columns, (reference.Rows, current.Rows), cancellation);
    }

    /// <summary>Compares the labels of production rows with those of a reference.</summary>
    /// <exception cref="RefusalException">There is no such model or reference (status 404), or a side has no rows (422).</exception>
    /// <exception cref="StorageUnavailableException">The database cannot be reached.</exception>
    public async Task<DriftReport> TargetAsync(DriftRequest request, CancellationToken cancellation)
    {
        var model = await models.RequireAsync(request.Model, cancellation);
        var (reference, current) = await ReadAsync(model, request.Reference, request.Current(DatasetSplits.Production), cancellation);
        ComparedColumn[] columns = [new(model.Schema.Target.Name, reference.Value, current.Value)];
        return await KeepAsync(ReportKinds.TargetDrift, DatasetSplits.Production, request, columns, (reference.Rows, current.Rows), cancellation);
    }

    async Task<(TableSketch Reference, TableSketch Current)> ReadAsync(WatchedModel model, RowRange reference, RowRange current, CancellationToken cancellation)
    {
        var before = await sketches.ReadAsync(model, reference, mayBeKept: true, cancellation);
        var now = await sketches.ReadAsync(model, current, mayBeKept: false, cancellation);
        return before.Rows == 0 ? throw RowTables.Empty("reference", reference) : now.Rows == 0 ? throw RowTables.Empty("current", current) : (before, now);
    }

    async Task<DriftReport> KeepAsync(
        string kind, string source, DriftRequest request, ComparedColumn[] columns, (long Reference, long Current) rows, CancellationToken cancellation)
    {
        var found = ColumnThresholds.Apply(request, columns).Compare(columns);
        var report = new DriftReport
        {
            ReportId = Guid.CreateVersion7(),
            Kind = kind,
            Model = request.Model,
            CreatedAt = archive.Now,
            Flagged = found.Drifted || found.Columns.Any(column => column.Drifted && request.Thresholds.Any(threshold => threshold.Name == column.Name)),
            Reference = request.Reference.With(rows.Reference),
            Current = request.Current(source).With(rows.Current),
            Columns = [.. ColumnReports.Of(found, columns).Zip(columns, (drift, column) => drift with { Distribution = Distributions.Of(column) })],
            Drifted = found.Drifted,
            Share = found.Share,
            DriftedShare = request.Comparison.DriftedShare,
        };
        await archive.KeepAsync(report, Figures(report), cancellation);
        return report;
    }

    static IEnumerable<ReportFigure> Figures(DriftReport report) =>
        from column in report.Columns
        from result in column.Results
        select new ReportFigure(column.Name, result.Method, result.PValue ?? result.Statistic, result.Threshold, result.Drifted);
}
