using System.ComponentModel.DataAnnotations;

namespace AspireMl.Monitoring.Worker.Embeddings;

/// <summary>How drift of images is judged unless a monitor says otherwise; section <c>Embeddings</c>.</summary>
sealed class EmbeddingOptions
{
    /// <value>Most images of a side; of answers the newest are taken. Default 1,000, from 20 to 5,000.</value>
    [Range(20, 5000)]
    public int MaxImages { get; set; } = 1000;

    /// <value>Fewest images of a side. Default 30, from 10 to 5,000.</value>
    [Range(10, 5000)]
    public int MinimumImages { get; set; } = 30;

    /// <value>Shuffles of a permutation test; the least p-value is 1 ÷ (shuffles + 1). Default 999, from 99 to 20,000.</value>
    [Range(99, 20_000)]
    public int Permutations { get; set; } = 999;

    /// <value>
    /// p-value from which on down a test gives alarm. Three of them do (both spaces' kernel test and the labels' test), so that the
    /// default of 0.003 lets fewer than 1 in 100 reports about unchanged images give a false one. Above 0 to 0.5.
    /// </value>
    [Range(1e-9, 0.5)]
    public double Significance { get; set; } = 0.003;

    /// <value>Share of drifted components from which on they are shown as drifted. Default 0.5, above 0 to 1.</value>
    [Range(1e-9, 1)]
    public double Components { get; set; } = 0.5;

    /// <value>Area under the curve from which on the classifier's finding is shown as drift. Default 0.7, from 0.5 to 1.</value>
    [Range(0.5, 1)]
    public double DomainClassifier { get; set; } = 0.7;
}
