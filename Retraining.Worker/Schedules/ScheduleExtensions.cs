using AspireMl.Contracts.Schedules;
using AspireMl.Retraining.Worker.Schedules.Work;
using AspireMl.Storage;
using Quartz;

namespace AspireMl.Retraining.Worker.Schedules;

internal static class ScheduleExtensions
{
    const string Section = "Schedules";

    public static IHostApplicationBuilder AddSchedules(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        var options = builder.Configuration.GetSection(Section).Get<ScheduleOptions>() ?? new();
        services.AddOptions<ScheduleOptions>().BindConfiguration(Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => (scheduler.InstanceName, scheduler.InstanceId) = ("retraining", $"{Environment.MachineName}-{Guid.NewGuid():N}"));
            quartz.UseDefaultThreadPool(options.Threads);
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(source => source.DataSourceFactory = provider => provider.GetRequiredService<IDatabase>().CreateSource());
                store.UseSystemTextJsonSerializer();
                store.ConfigureStore(settings => settings.StoreJobDataAsStrings = true);
                store.UseClustering(cluster => cluster.CheckinInterval = options.Checkin);
                store.ProvisionSchema();
            });
        });
        services.AddSingleton<ScheduleBook>();
        services.AddHostedService<SchedulerService>();
        services.AddKeyedSingleton<IScheduledWork, ImportWork>(ScheduleKinds.Import);
        services.AddKeyedSingleton<IScheduledWork, TrainingWork>(ScheduleKinds.Training);
        services.AddSingleton<DropFolder>();
        // A redirect would lead past the list of hosts.
        services.AddHttpClient(ImportWork.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        return builder;
    }
}
