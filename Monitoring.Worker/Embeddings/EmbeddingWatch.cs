using AspireMl.Contracts.Monitoring;
using AspireMl.Monitoring.Worker.Drift;
using AspireMl.Monitoring.Worker.Monitors;
using AspireMl.Monitoring.Worker.Reports;
using Microsoft.Extensions.Options;

namespace AspireMl.Monitoring.Worker.Embeddings;

/// <summary>Watches what a classifier sees in images.</summary>
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
        var findings = EmbeddingFindings.Of(measures, labels, before, now, Confirmed(measures, classifier, said));
        ReportFigure[] figures = [.. findings.Figures(request.Thresholds)];
        var report = new EmbeddingReport
        {
            ReportId = Guid.CreateVersion7(),
            Kind = Kind,
            Model = request.Model,
            CreatedAt = archive.Now,
            Flagged = figures.Any(figure => figure.Flagged),
            Reference = request.Reference.With(before.Count),
            Current = range.With(now.Count),
            Spaces = findings.Spaces,
            Predicted = findings.Predicted,
            Confirmed = findings.Confirmed,
            Plane = EmbeddingPlanes.Of(before, now, labels),
        };
        await archive.KeepAsync(report, figures, cancellation);
        return report;
    }

    public string Describe(ReportHead report)
    {
        var drifted = EmbeddingFindings.Of((EmbeddingReport)report).Results.Where(found => found.Result.Drifted).Select(found => $"{found.Result.Method} of {found.Space}").ToArray();
        return drifted.Length == 0 ? "The images look as they did." : $"The images look different: {string.Join("; ", drifted)}.";
    }

    LabelDrift? Confirmed(EmbeddingMeasures measures, WatchedClassifier classifier, IReadOnlyList<string> said)
    {
        var places = classifier.Labels.Index().ToDictionary(label => label.Item, label => label.Index);
        int[] known = [.. said.Where(places.ContainsKey).Select(label => places[label])];
        return known.Length < options.Value.MinimumImages ? null
            : measures.Of(EmbeddingSpaces.Confirmed, classifier.Labels, classifier.Reference.Labels, known);
    }
}
