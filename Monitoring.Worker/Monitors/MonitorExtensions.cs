using AspireMl.Monitoring.Worker.Drift;

namespace AspireMl.Monitoring.Worker.Monitors;

static class MonitorExtensions
{
    public static IHostApplicationBuilder AddMonitors(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<MonitorOptions>().BindConfiguration("Monitors").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IWatch, FeatureWatch>();
        services.AddSingleton<IWatch, TargetWatch>();
        services.AddSingleton<MonitorRunner>();
        services.AddHostedService<MonitorScheduler>();
        return builder;
    }
}
