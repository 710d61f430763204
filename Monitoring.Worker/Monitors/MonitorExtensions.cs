using AspireMl.Monitoring.Worker.Drift;
using AspireMl.Monitoring.Worker.Embeddings;
using AspireMl.Monitoring.Worker.Performance;
using AspireMl.Monitoring.Worker.Quality;

namespace AspireMl.Monitoring.Worker.Monitors;

static class MonitorExtensions
{
    public static IHostApplicationBuilder AddMonitors(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<MonitorOptions>().BindConfiguration("Monitors").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IWatch, FeatureWatch>();
        services.AddSingleton<IWatch, TargetWatch>();
        services.AddSingleton<IWatch, PredictionWatch>();
        services.AddSingleton<IWatch, PerformanceWatch>();
        services.AddOptions<QualityOptions>().BindConfiguration("Quality").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IWatch, QualityWatch>();
        services.AddOptions<EmbeddingOptions>().BindConfiguration("Embeddings").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<WatchedImages>();
        services.AddSingleton<ConfirmedLabels>();
        services.AddSingleton<IWatch, EmbeddingWatch>();
        services.AddSingleton<MonitorRunner>();
        services.AddHostedService<MonitorScheduler>();
        return builder;
    }
}
