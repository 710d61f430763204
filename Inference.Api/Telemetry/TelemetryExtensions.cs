namespace AspireMl.Inference.Api.Telemetry;

internal static class TelemetryExtensions
{
    /// <summary>Adds <see cref="InferenceMetrics"/>.</summary>
    public static IHostApplicationBuilder AddInferenceMetrics(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<InferenceMetrics>();
        return builder;
    }
}
