using AspireMl.Contracts.Schedules;
using AspireMl.Retraining.Worker.Schedules.Work;
using AspireMl.Storage.Scheduling;

namespace AspireMl.Retraining.Worker.Schedules;

internal static class ScheduleExtensions
{
    public static IHostApplicationBuilder AddSchedules(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<ScheduleOptions>().BindConfiguration("Schedules").ValidateDataAnnotations().ValidateOnStart();
        builder.AddScheduler("retraining");
        services.AddSingleton<ScheduleBook>();
        services.AddKeyedSingleton<IScheduledWork, ImportWork>(ScheduleKinds.Import);
        services.AddKeyedSingleton<IScheduledWork, TrainingWork>(ScheduleKinds.Training);
        services.AddSingleton<DropFolder>();
        // A redirect would lead past the list of hosts.
        services.AddHttpClient(ImportWork.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        return builder;
    }
}
