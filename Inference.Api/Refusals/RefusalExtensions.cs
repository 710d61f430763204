using AspireMl.Modeling.Decoding;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage;

namespace AspireMl.Inference.Api.Refusals;

static class RefusalExtensions
{
    public static IHostApplicationBuilder AddRefusals(this IHostApplicationBuilder builder)
    {
        builder.Services.Configure<RefusalOptions>(options =>
        {
            options.MapUnavailable<StorageUnavailableException>();
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
