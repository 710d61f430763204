namespace AspireMl.Monitoring.Worker.Telemetry;

static class TelemetryExtensions
{
    public static IHostApplicationBuilder AddMonitoringMetrics(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<TelemetryOptions>().BindConfiguration("Telemetry").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<MonitoringMetrics>();
        builder.Services.AddSingleton<StatusGauges>();
        builder.Services.AddHostedService<StatusReader>();
        return builder;
    }
}
