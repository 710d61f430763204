using AspireMl.Monitoring.Worker.Drift;
using AspireMl.Monitoring.Worker.Embeddings;
using AspireMl.Monitoring.Worker.Performance;
using AspireMl.Monitoring.Worker.Quality;
using AspireMl.Monitoring.Worker.Retention;
using AspireMl.Storage.Scheduling;
using Microsoft.Extensions.Options;
using Quartz;

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
        services.AddSingleton<MonitorTimes>();
        builder.AddScheduler("monitoring", scheduler =>
        {
            scheduler.ScheduleJob<UpkeepJob>(ScheduleUpkeep);
            scheduler.ScheduleRetention();
        });
        return builder;
    }

    // Every worker that starts begins with it at once.
    static void ScheduleUpkeep(IServiceProvider services, ITriggerConfigurator<UpkeepJob> trigger) => trigger
        .WithIdentity("upkeep")
        .StartAt(services.GetRequiredService<TimeProvider>().GetUtcNow())
        .WithSchedule(MonitorTrigger.Rhythm(services.GetRequiredService<IOptions<MonitorOptions>>().Value.Upkeep));
}
