using System.Data.Common;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace AspireMl.Storage.Scheduling;

/// <summary>Gives a service a scheduler whose jobs and times are kept in its database.</summary>
public static class SchedulerExtensions
{
    const string Connections = "scheduler";

    /// <summary>
    /// Adds <see cref="StoredScheduler"/> and starts it with the service, as <see cref="SchedulerOptions"/> say. All processes that
    /// give the same name share the jobs: each time of a job is done by one of them, and what a dead one left behind by another.
    /// Services of other names, on the same database, neither see nor do them.
    /// </summary>
    /// <param name="builder">The service, which has its stores already.</param>
    /// <param name="name">Whose jobs they are.</param>
    /// <param name="declare">Declares the jobs that there are from the start on, or null.</param>
    public static IHostApplicationBuilder AddScheduler(this IHostApplicationBuilder builder, string name, Action<IQuartzBuilder>? declare = null)
    {
        var options = builder.Configuration.GetSection(SchedulerOptions.Section).Get<SchedulerOptions>() ?? new();
        builder.Services.AddOptions<SchedulerOptions>().BindConfiguration(SchedulerOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                (scheduler.InstanceName, scheduler.InstanceId) = (name, $"{Environment.MachineName}-{Guid.NewGuid():N}");
                scheduler.IdleWaitTime = options.IdleWait;
            });
            quartz.UseDefaultThreadPool(options.Threads);
            quartz.UsePersistentStore(store => Keep(store, options));
            declare?.Invoke(quartz);
        });
        // The library does not dispose of its source of connections; the service does.
        builder.Services.AddKeyedSingleton(Connections, (provider, _) => provider.GetRequiredService<IDatabase>().CreateSource());
        builder.Services.AddSingleton<StoredScheduler>();
        builder.Services.AddHostedService<SchedulerService>();
        return builder;
    }

    static void Keep(IPersistentStoreBuilder store, SchedulerOptions options)
    {
        store.UsePostgres(source => source.DataSourceFactory = provider => provider.GetRequiredKeyedService<DbDataSource>(Connections));
        store.UseSystemTextJsonSerializer();
        store.ConfigureStore(settings =>
        {
            settings.StoreJobDataAsStrings = true;
            (settings.MisfireThreshold, settings.DbRetryInterval) = (options.MisfireThreshold, options.Retry);
        });
        store.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (options.Checkin, options.CheckinTolerance));
        store.ProvisionSchema();
    }
}
