using AspireMl.Monitoring.Worker.Monitors;
using Microsoft.Extensions.Options;
using Quartz;

namespace AspireMl.Monitoring.Worker.Retention;

static class RetentionExtensions
{
    public static IHostApplicationBuilder AddRetention(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<RetentionOptions>().BindConfiguration("Retention").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<RetentionMetrics>();
        services.AddSingleton<RecordsWithObjects>();
        services.AddSingleton<ForgottenObjects>();
        services.AddRetainedKinds();
        services.AddSingleton<RetentionRun>();
        return builder;
    }

    /// <summary>Has the scheduler delete what is too old; every worker that starts begins with it at once.</summary>
    public static void ScheduleRetention(this IQuartzBuilder scheduler) => scheduler.ScheduleJob<RetentionJob>((services, trigger) => trigger
        .WithIdentity("retention")
        .StartAt(services.GetRequiredService<TimeProvider>().GetUtcNow())
        .WithSchedule(MonitorTrigger.Rhythm(services.GetRequiredService<IOptions<RetentionOptions>>().Value.Every)));
}
