using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage;

namespace AspireMl.Monitoring.Worker.Refusals;

static class RefusalExtensions
{
    public static IHostApplicationBuilder AddRefusals(this IHostApplicationBuilder builder)
    {
        builder.Services.Configure<RefusalOptions>(options =>
            options.MapUnavailable<StorageUnavailableException>());
        return builder;
    }
}
