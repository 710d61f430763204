namespace AspireMl.Contracts.Monitoring;

/// <summary>How two sets of vectors are compared.</summary>
public static class EmbeddingMethods
{
    /// <summary>Squared maximum mean discrepancy with a Gaussian kernel; p-value by permutation.</summary>
    public const string Mmd = "mmd";

    /// <summary>Euclidean distance of the means; p-value by permutation.</summary>
    public const string MeanDistance = "mean-distance";

    /// <summary>Share of components that Kolmogorov-Smirnov finds drifted.</summary>
    public const string Components = "components";

    /// <summary>Area under the curve of a classifier that tells the two sets apart.</summary>
    public const string DomainClassifier = "domain-classifier";

    /// <summary>χ² of the counts of labels.</summary>
    public const string ChiSquare = "chisquare";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Mmd, MeanDistance, Components, DomainClassifier, ChiSquare];
}
