using System.ComponentModel.DataAnnotations;
using AspireMl.Contracts.Monitoring;

namespace AspireMl.Retraining.Worker.Images.Monitors;

/// <summary>Who watches the embeddings of promoted classifiers; section <c>ImageMonitors</c>.</summary>
internal sealed class EmbeddingMonitorOptions
{
    /// <value>Address of the monitoring service. Default that of <c>monitoring-worker</c> where the service was told of it, else none: nothing is then watched.</value>
    [Url]
    public string? Service { get; set; }

    /// <value>What signs the alerts that a flow's monitor posts to its webhook, 16 to 256 characters. None by default.</value>
    [StringLength(MonitorRequest.LongestSecret, MinimumLength = MonitorRequest.ShortestSecret)]
    public string? WebhookSecret { get; set; }
}
