using AspireMl.Contracts.Monitoring;
using AspireMl.Monitoring.Worker.Drift;
using AspireMl.Monitoring.Worker.Monitors;
using AspireMl.Monitoring.Worker.Reports;
using Microsoft.Extensions.Options;

namespace AspireMl.Monitoring.Worker.Embeddings;

/// <summary>
/// Watches what a classifier sees in images. Alarm is given by the kernel test of either space and by the test of the predicted labels,
/// and by every other measure for which a monitor sets a threshold.
/// </summary>
sealed class EmbeddingWatch(WatchedImages images, ConfirmedLabels confirmed, ReportArchive archive, IOptions<EmbeddingOptions> options) : IWatch
{
    public string Kind => ReportKinds.EmbeddingDrift;

    public async Task<ReportHead> WatchAsync(DriftRequest request, CancellationToken cancellation)
    {
        var classifier = await images.RequireAsync(request.Model, cancellation);
        var labels = classifier.Labels;
        var range = request.Current(RowSource.Answers);
        var before = await images.ReadAsync(classifier, request.Reference, cancellation);
        var now = await images.ReadAsync(classifier, range, cancellation);
        var said = await confirmed.ReadAsync(request.Model, request.From, request.To, options.Value.MaxImages, cancellation);

        var measures = new EmbeddingMeasures(options.Value, request.Thresholds);
        var report = new EmbeddingReport
        {
            ReportId = Guid.CreateVersion7(),
            Kind = Kind,
            Model = request.Model,
            CreatedAt = archive.Now,
            Flagged = false,
            Reference = request.Reference.With(before.Count),
            Current = range.With(now.Count),
            Spaces = [.. Spaces(measures, before, now)],
            Predicted = measures.Of(EmbeddingSpaces.Predicted, labels, before.Predicted, now.Predicted),
            Confirmed = Confirmed(measures, classifier, said),
            Plane = EmbeddingPlanes.Of(before, now, labels),
        };
        ReportFigure[] figures = [.. Figures(report, request.Thresholds)];
        report = report with { Flagged = figures.Any(figure => figure.Flagged) };
        await archive.KeepAsync(report, figures, cancellation);
        return report;
    }

    public string Describe(ReportHead report)
    {
        var drifted = Results((EmbeddingReport)report).Where(found => found.Result.Drifted).Select(found => $"{found.Result.Method} of {found.Space}").ToArray();
        return drifted.Length == 0 ? "The images look as they did." : $"The images look different: {string.Join("; ", drifted)}.";
    }

    static IEnumerable<EmbeddingSpace> Spaces(EmbeddingMeasures measures, ComparedImages before, ComparedImages now)
    {
        if (before.Projections is { } reference && now.Projections is { } current)
        {
            yield return measures.Of(EmbeddingSpaces.Uae, reference, current);
        }

        yield return measures.Of(EmbeddingSpaces.Bbsd, before.Probabilities, now.Probabilities);
    }

    LabelDrift? Confirmed(EmbeddingMeasures measures, WatchedClassifier classifier, IReadOnlyList<string> said)
    {
        var places = classifier.Labels.Index().ToDictionary(label => label.Item, label => label.Index);
        int[] known = [.. said.Where(places.ContainsKey).Select(label => places[label])];
        return known.Length < options.Value.MinimumImages ? null
            : measures.Of(EmbeddingSpaces.Confirmed, classifier.Labels, classifier.Reference.Labels, known);
    }

    static IEnumerable<(string Space, MethodResult Result)> Results(EmbeddingReport report)
    {
        foreach (var space in report.Spaces)
        {
            foreach (var result in space.Results)
            {
                yield return (space.Name, result);
            }
        }

        yield return (EmbeddingSpaces.Predicted, report.Predicted.Result);
        if (report.Confirmed is { } confirmed)
        {
            yield return (EmbeddingSpaces.Confirmed, confirmed.Result);
        }
    }

    static IEnumerable<ReportFigure> Figures(EmbeddingReport report, IReadOnlyList<MonitorThreshold> thresholds) =>
        from found in Results(report)
        let result = found.Result
        let counts = result.Method is EmbeddingMethods.Mmd || found.Space is EmbeddingSpaces.Predicted
            || thresholds.Any(threshold => threshold.Name == found.Space && threshold.Method == result.Method)
        select new ReportFigure(found.Space, result.Method, result.PValue ?? result.Statistic, result.Threshold, counts && result.Drifted);
}
