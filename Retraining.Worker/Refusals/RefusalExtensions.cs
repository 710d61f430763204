using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage;
using AspireMl.Storage.Datasets;
using Quartz;

namespace AspireMl.Retraining.Worker.Refusals;

internal static class RefusalExtensions
{
    static readonly TimeSpan StorageRetry = TimeSpan.FromSeconds(2);

    public static IHostApplicationBuilder AddRefusals(this IHostApplicationBuilder builder)
    {
        builder.Services.Configure<RefusalOptions>(options =>
        {
            options.Map<StorageUnavailableException>(unavailable => Refusal.Unavailable(unavailable.Message, StorageRetry, unavailable));
            options.Map<JobPersistenceException>(away => Refusal.Unavailable("The schedules cannot be read or changed now; try again in a moment.", StorageRetry, away));
            options.Map<DatasetChangedException>(changed => Refusal.Conflicting(changed.Message));
        });
        return builder;
    }
}
