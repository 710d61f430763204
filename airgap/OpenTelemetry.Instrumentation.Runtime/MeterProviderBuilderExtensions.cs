namespace OpenTelemetry.Metrics;

/// <summary>Runtime instrumentation.</summary>
public static class MeterProviderBuilderExtensions
{
    /// <summary>Collects the runtime's own meter: garbage collector, threads, exceptions, processor time.</summary>
    public static MeterProviderBuilder AddRuntimeInstrumentation(this MeterProviderBuilder builder) =>
        builder.AddMeter("System.Runtime");
}
