using System.Globalization;
using AspireMl.Contracts.Datasets;
using AspireMl.Contracts.Monitoring;
using AspireMl.Monitoring.Worker.Drift;
using AspireMl.Monitoring.Worker.Monitors;
using AspireMl.Monitoring.Worker.Reports;
using AspireMl.Monitoring.Worker.Rows;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Statistics.Performance;
using Microsoft.Extensions.Options;

namespace AspireMl.Monitoring.Worker.Performance;

/// <summary>Watches how wrong a regression model is: by labels once they are there, and by an estimate before.</summary>
sealed class PerformanceWatch(
    WatchedModels models, RowTables tables, LabelledAnswers labelled, ModelScores scores, ReportArchive archive, IOptions<PerformanceOptions> options) : IWatch
{
    public string Kind => ReportKinds.Performance;

    /// <summary>Rows that the model has not learned from: on those that it has, it looks better than it is.</summary>
    public string DefaultReference => DatasetSplits.Testing;

    public async Task<ReportHead> WatchAsync(DriftRequest request, CancellationToken cancellation)
    {
        var model = await models.RequireAsync(request.Model, cancellation);
        if (model.Schema.Target.Labels is not null)
        {
            throw Refusal.Unusable($"The model {model.Name} predicts labels; performance is reported for models that predict numbers.");
        }

        var range = request.Current(RowSource.Answers);
        var answers = await RowColumns.ReadAsync(await tables.OpenAsync(model, range, cancellation), options.Value.MaxRows, cancellation);
        var (actual, predicted) = await labelled.ReadAsync(model.Name, request.From, request.To, options.Value.MaxRows, cancellation);
        if (answers.Rows == 0 && actual.Length == 0)
        {
            throw RowTables.Empty("current", range);
        }

        var metrics = actual.Length > 0 ? Metrics.Of(actual, predicted) : null;
        var (reference, rows, estimate, why) = await CompareAsync(model, request.Reference, answers, cancellation);
        var figures = PerformanceVerdict.Figures(metrics, reference, estimate, actual.Length >= options.Value.MinimumLabels, request.Thresholds);
        var report = new PerformanceReport
        {
            ReportId = Guid.CreateVersion7(),
            Kind = Kind,
            Model = model.Name,
            CreatedAt = archive.Now,
            Flagged = figures.Any(figure => figure.Flagged),
            Reference = request.Reference.With(rows),
            Current = range.With(Math.Max(answers.Rows, actual.Length)),
            Labelled = actual.Length,
            ReferenceMetrics = reference,
            Metrics = metrics,
            Estimate = estimate,
            NoEstimate = why,
        };
        await archive.KeepAsync(report, figures, cancellation);
        return report;
    }

    public string Describe(ReportHead report)
    {
        var performance = (PerformanceReport)report;
        var measured = performance.Metrics is { } metrics ? $"The RMSE of {performance.Labelled} labelled answers is {Text(metrics.Rmse)}" : "No label has come yet";
        var expected = performance.Estimate is { } estimate ? $"the expected RMSE is {Text(estimate.Rmse)}" : "there is no estimate";
        var usual = performance.ReferenceMetrics is { } reference ? $" on the reference it is {Text(reference.Rmse)}." : "";
        return $"{measured}; {expected}{(usual.Length > 0 ? ";" : ".")}{usual}";
    }

    static string Text(MetricInterval figure) => figure.Value.ToString("G4", CultureInfo.InvariantCulture);

    async Task<(PerformanceMetrics? Reference, long Rows, PerformanceEstimate? Estimate, string? Why)> CompareAsync(
        WatchedModel model, RowRange range, RowColumns answers, CancellationToken cancellation)
    {
        try
        {
            if (range.Source == RowSource.Answers)
            {
                var (actual, predicted) = await labelled.ReadAsync(model.Name, range.From, range.To, options.Value.MaxRows, cancellation);
                return (actual.Length > 0 ? Metrics.Of(actual, predicted) : null, actual.Length, null, "An estimate needs a split of the dataset as its reference.");
            }

            var table = await tables.OpenAsync(model, range, cancellation);
            var rows = await RowColumns.ReadAsync(table.AlignTo(model.Schema), options.Value.MaxRows, cancellation);
            if (rows.Rows == 0)
            {
                return (null, 0, null, RowTables.Empty("reference", range).Message);
            }

            var predictions = await scores.PredictAsync(model, rows, cancellation);
            var metrics = Metrics.Of(rows.Values, predictions);
            return answers.Rows == 0 ? (metrics, rows.Rows, null, "There are no answers in the window to estimate the errors of.")
                : rows.Rows < DirectLossEstimator.FewestRows ? (metrics, rows.Rows, null, $"An estimate needs at least {DirectLossEstimator.FewestRows} reference rows.")
                : (metrics, rows.Rows, new LossEstimators(model.Schema.Features, rows, predictions).Estimate(answers), null);
        }
        catch (RefusalException refusal)
        {
            // What labels say is worth telling without a reference, too.
            return (null, 0, null, refusal.Message);
        }
    }
}
