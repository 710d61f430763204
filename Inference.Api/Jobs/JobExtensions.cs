using AspireMl.Storage;

namespace AspireMl.Inference.Api.Jobs;

static class JobExtensions
{
    public static IHostApplicationBuilder AddJobs(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<JobOptions>().BindConfiguration("Jobs").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<StoredImages>();
        builder.Services.AddSingleton<IJobRunner, DocumentJobRunner>();
        builder.Services.AddSingleton<JobRunners>();
        builder.Services.AddSingleton<CancelWatch>();
        builder.Services.AddSingleton<JobHandler>();
        builder.Services.AddSingleton<JobSubmission>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<CancelWatch>());
        builder.Services.AddHostedService<JobConsumers>();
        builder.Services.AddHostedService<JobBacklogWatch>();
        builder.Services.AddHostedService<LostMessages>();
        return builder.AddQueueCheck();
    }
}
