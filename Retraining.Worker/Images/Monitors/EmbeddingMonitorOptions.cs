using System.ComponentModel.DataAnnotations;

namespace AspireMl.Retraining.Worker.Images.Monitors;

/// <summary>Who watches the embeddings of promoted classifiers; section <c>ImageMonitors</c>.</summary>
internal sealed class EmbeddingMonitorOptions
{
    /// <value>Address of the monitoring service. Default that of <c>monitoring-worker</c> where the service was told of it, else none: nothing is then watched.</value>
    [Url]
    public string? Service { get; set; }
}
