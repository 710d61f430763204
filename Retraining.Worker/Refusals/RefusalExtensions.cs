using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage;
using AspireMl.Storage.Datasets;
using Quartz;

namespace AspireMl.Retraining.Worker.Refusals;

internal static class RefusalExtensions
{
    public static IHostApplicationBuilder AddRefusals(this IHostApplicationBuilder builder)
    {
        builder.Services.Configure<RefusalOptions>(options =>
        {
            options.MapUnavailable<StorageUnavailableException>();
            options.MapUnavailable<JobPersistenceException>("The schedules cannot be read or changed now; try again in a moment.");
            options.Map<DatasetChangedException>(changed => Refusal.Conflicting(changed.Message));
        });
        return builder;
    }
}
