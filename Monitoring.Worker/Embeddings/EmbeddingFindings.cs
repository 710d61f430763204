using AspireMl.Contracts.Monitoring;

namespace AspireMl.Monitoring.Worker.Embeddings;

/// <summary>
/// What a comparison of two sides of images found. Alarm is given by the kernel test of either space and by the test of the predicted
/// labels, and by every other measure for which a monitor sets a threshold.
/// </summary>
sealed record EmbeddingFindings(IReadOnlyList<EmbeddingSpace> Spaces, LabelDrift Predicted, LabelDrift? Confirmed)
{
    /// <summary>Compares two sides.</summary>
    /// <param name="measures">What they are measured with.</param>
    /// <param name="labels">The model's labels.</param>
    /// <param name="before">The reference.</param>
    /// <param name="now">What is compared with it.</param>
    /// <param name="confirmed">How the labels that people gave have moved, where there are enough.</param>
    public static EmbeddingFindings Of(EmbeddingMeasures measures, IReadOnlyList<string> labels, ComparedImages before, ComparedImages now, LabelDrift? confirmed = null) =>
        new([.. SpacesOf(measures, before, now)], measures.Of(EmbeddingSpaces.Predicted, labels, before.Predicted, now.Predicted), confirmed);

    /// <summary>What a report says was found.</summary>
    public static EmbeddingFindings Of(EmbeddingReport report) => new(report.Spaces, report.Predicted, report.Confirmed);

    /// <summary>What each measure says, with its space.</summary>
    public IEnumerable<(string Space, MethodResult Result)> Results
    {
        get
        {
            foreach (var space in Spaces)
            {
                foreach (var result in space.Results)
                {
                    yield return (space.Name, result);
                }
            }

            yield return (EmbeddingSpaces.Predicted, Predicted.Result);
            if (Confirmed is { } confirmed)
            {
                yield return (EmbeddingSpaces.Confirmed, confirmed.Result);
            }
        }
    }

    /// <summary>The figures of a report; those that give alarm are flagged.</summary>
    /// <param name="thresholds">Those that a monitor sets.</param>
    public IEnumerable<ReportFigure> Figures(IReadOnlyList<MonitorThreshold> thresholds) =>
        from found in Results
        let result = found.Result
        let counts = result.Method is EmbeddingMethods.Mmd || found.Space is EmbeddingSpaces.Predicted
            || thresholds.Any(threshold => threshold.Name == found.Space && threshold.Method == result.Method)
        select new ReportFigure(found.Space, result.Method, result.PValue ?? result.Statistic, result.Threshold, counts && result.Drifted);

    static IEnumerable<EmbeddingSpace> SpacesOf(EmbeddingMeasures measures, ComparedImages before, ComparedImages now)
    {
        if (before.Projections is { } reference && now.Projections is { } current)
        {
            yield return measures.Of(EmbeddingSpaces.Uae, reference, current);
        }

        yield return measures.Of(EmbeddingSpaces.Bbsd, before.Probabilities, now.Probabilities);
    }
}
