namespace AspireMl.Deploy.Tests.Rendering;

/// <summary>Settings of the chart that differ in what is rendered.</summary>
internal static class ValueSets
{
    public const string External =
        "postgres.enabled=false postgres.external.secret=my-postgres queue.enabled=false queue.external.secret=my-queue minio.enabled=false minio.external.secret=my-s3 mongo.external.secret=my-mongo";

    /// <summary>Every server of the AppHost.</summary>
    public const string Whole = "mongo.enabled=true";

    const string Everything =
        "ingress.enabled=true ingress.host=ask.example.org ingress.tlsSecret=tls ingress.className=nginx serviceMonitor.enabled=true serviceMonitor.labels.release=kube "
        + "inference.gpu.enabled=true inference.executionProvider=cuda inference.gpu.nodeSelector.accelerator=h100 retraining.dropClaim=drop prometheus.kubelets.enabled=true image.registry=registry.example.org "
        + "image.pullSecrets[0]=pull env.OTEL_EXPORTER_OTLP_ENDPOINT=http://collector:4317 inference.env.Logging__LogLevel__Default=Debug alertmanager.existingSecret=receivers "
        + "postgres.storage.className=fast mongo.enabled=true networkPolicy.inferenceFrom[0].namespaceSelector.matchLabels.team=a networkPolicy.grafanaFrom[0].ipBlock.cidr=10.0.0.0/8";

    const string Little =
        "prometheus.enabled=false networkPolicy.enabled=false inference.autoscaling.enabled=false queue.enabled=false fullnameOverride=try-aspireml "
        + "postgres.existingSecret=given mongo.enabled=true mongo.existingSecret=given minio.existingSecret=given grafana.existingSecret=given";

    public static TheoryData<string> All => [string.Empty, External, Everything, Little];
}
