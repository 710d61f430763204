using AspireMl.Contracts.Monitoring;
using AspireMl.Statistics;
using AspireMl.Statistics.Categorical;
using AspireMl.Statistics.Embeddings;

namespace AspireMl.Monitoring.Worker.Embeddings;

/// <summary>Compares two sides of images.</summary>
sealed class EmbeddingMeasures(EmbeddingOptions options, IReadOnlyList<MonitorThreshold> thresholds)
{
    readonly PermutationOptions _permutations = new() { Permutations = options.Permutations };

    /// <summary>Compares vectors in a space.</summary>
    public EmbeddingSpace Of(string space, EmbeddingRows reference, EmbeddingRows current) => new(space, reference.Dimensions,
    [
        Test(space, EmbeddingMethods.Mmd, MaximumMeanDiscrepancy.Test(reference, current, _permutations)),
        Test(space, EmbeddingMethods.MeanDistance, MeanDistance.Test(reference, current, _permutations)),
        Figure(space, EmbeddingMethods.Components, DriftedComponents.Share(reference, current), options.Components),
        Figure(space, EmbeddingMethods.DomainClassifier, DomainClassifier.Auc(reference, current), options.DomainClassifier),
    ]);

    /// <summary>Compares counts of labels.</summary>
    /// <param name="space">Which labels.</param>
    /// <param name="labels">The model's labels.</param>
    /// <param name="reference">The places of the reference's labels.</param>
    /// <param name="current">The places of the current ones.</param>
    public LabelDrift Of(string space, IReadOnlyList<string> labels, IReadOnlyList<int> reference, IReadOnlyList<int> current)
    {
        var (before, now) = (Count(reference), Count(current));
        var table = new ContingencyTable(before, now);
        return new(
            [.. labels.Select(label => new LabelShares(label, new(Share(before, label), Share(now, label))))],
            Test(space, EmbeddingMethods.ChiSquare, HomogeneityTests.ChiSquare(table.Reference, table.Current)));

        CategoryCounts Count(IReadOnlyList<int> places) => CategoryCounts.Of(places.Select(place => labels[place]));
    }

    static double Share(CategoryCounts counts, string label) => counts.Counts.GetValueOrDefault(label) / (double)counts.Total;

    MethodResult Test(string space, string method, TestResult test)
    {
        var threshold = Threshold(space, method) ?? options.Significance;
        return new(method, test.Statistic, test.PValue, threshold, test.PValue <= threshold);
    }

    MethodResult Figure(string space, string method, double value, double usual)
    {
        var threshold = Threshold(space, method) ?? usual;
        return new(method, value, null, threshold, value >= threshold);
    }

    double? Threshold(string space, string method) =>
        thresholds.FirstOrDefault(threshold => threshold.Name == space && threshold.Method == method)?.Value;
}
