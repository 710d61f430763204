using AspireMl.Contracts.Datasets;
using AspireMl.Contracts.Monitoring;
using AspireMl.Monitoring.Worker.Performance;
using AspireMl.Monitoring.Worker.Reports;
using AspireMl.Monitoring.Worker.Rows;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage;
using Microsoft.Extensions.Options;

namespace AspireMl.Monitoring.Worker.Drift;

/// <summary>Says how far features, predictions and targets have moved, and keeps what it said.</summary>
sealed class DriftWatch(WatchedModels models, Sketches sketches, PredictedValues predicted, ReportArchive archive, IOptions<DriftOptions> options)
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

    /// <summary>Compares what was predicted with what the champion predicts for a reference, or predicted in an earlier stretch of time.</summary>
    /// <exception cref="RefusalException">There is no such model or reference (status 404), or a side has no rows (422).</exception>
    /// <exception cref="StorageUnavailableException">The database cannot be reached.</exception>
    public async Task<DriftReport> PredictionsAsync(DriftRequest request, CancellationToken cancellation)
    {
        var model = await models.RequireAsync(request.Model, cancellation);
        var current = request.Current(RowSource.Answers);
        var before = await TableSketch.ReadAsync(await predicted.OpenAsync(model, request.Reference, cancellation), options.Value.MaxRows, cancellation);
        var now = await TableSketch.ReadAsync(await predicted.OpenAsync(model, current, cancellation), options.Value.MaxRows, cancellation);
        RequireRows((before, request.Reference), (now, current));
        ComparedColumn[] columns = [new("prediction", before.Value, now.Value)];
        return await KeepAsync(ReportKinds.PredictionDrift, RowSource.Answers, request, columns, (before.Rows, now.Rows), cancellation);
    }

    static void RequireRows((TableSketch Rows, RowRange Range) reference, (TableSketch Rows, RowRange Range) current)
    {
        if (reference.Rows.Rows == 0 || current.Rows.Rows == 0)
        {
            throw reference.Rows.Rows == 0 ? RowTables.Empty("reference", reference.Range) : RowTables.Empty("current", current.Range);
        }
    }

    async Task<(TableSketch Reference, TableSketch Current)> ReadAsync(WatchedModel model, RowRange reference, RowRange current, CancellationToken cancellation)
    {
        var before = await sketches.ReadAsync(model, reference, mayBeKept: true, cancellation);
        var now = await sketches.ReadAsync(model, current, mayBeKept: false, cancellation);
        RequireRows((before, reference), (now, current));
        return (before, now);
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
