using AspireMl.Retraining.Worker.Images.Monitors;

namespace AspireMl.Retraining.Worker.Flows;

/// <summary>What watches the embeddings of a flow's model.</summary>
internal sealed record FlowMonitor : MonitorPlan
{
    /// <summary>Address of the monitoring service.</summary>
    public required string Service { get; init; }
}
