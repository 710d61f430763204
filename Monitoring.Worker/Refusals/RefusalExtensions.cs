using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage;

namespace AspireMl.Monitoring.Worker.Refusals;

static class RefusalExtensions
{
    static readonly TimeSpan StorageRetry = TimeSpan.FromSeconds(2);

    public static IHostApplicationBuilder AddRefusals(this IHostApplicationBuilder builder)
    {
        builder.Services.Configure<RefusalOptions>(options =>
            options.Map<StorageUnavailableException>(unavailable => Refusal.Unavailable(unavailable.Message, StorageRetry, unavailable)));
        return builder;
    }
}
