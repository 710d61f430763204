using AspireMl.Modeling.Documents.Decoding;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage;

namespace AspireMl.Inference.Api.Refusals;

static class RefusalExtensions
{
    static readonly TimeSpan StorageRetry = TimeSpan.FromSeconds(2);

    public static IHostApplicationBuilder AddRefusals(this IHostApplicationBuilder builder)
    {
        builder.Services.Configure<RefusalOptions>(options =>
        {
            options.Map<StorageUnavailableException>(unavailable => Refusal.Unavailable(unavailable.Message, StorageRetry, unavailable));
            options.Map<ImageRejectedException>(image => image.Reason switch
            {
                ImageRejection.UnsupportedFormat => Refusal.WrongMediaType(image.Message),
                ImageRejection.TooLarge => Refusal.TooLarge(image.Message),
                _ => Refusal.Unusable(image.Message),
            });
        });
        return builder;
    }
}
