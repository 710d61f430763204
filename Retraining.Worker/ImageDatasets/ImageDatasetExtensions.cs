using AspireMl.Modeling.Decoding;
using AspireMl.Retraining.Worker.ImageDatasets.Endpoints;
using AspireMl.Retraining.Worker.ImageDatasets.Import;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.ImageDatasets;
using Microsoft.Extensions.Options;

namespace AspireMl.Retraining.Worker.ImageDatasets;

internal static class ImageDatasetExtensions
{
    public static IHostApplicationBuilder AddImageDatasets(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<ImageDatasetOptions>().BindConfiguration("ImageDatasets").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<DecodeOptions>().BindConfiguration("Decode").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new ImageDecoder(provider.GetRequiredService<IOptions<DecodeOptions>>().Value));
        services.AddSingleton<ImageImporter>();
        services.AddSingleton<ImageUploads>();
        services.AddSingleton<ImageFiles>();
        services.Configure<RefusalOptions>(refusals =>
        {
            refusals.Map<ImageDatasetChangedException>(changed => Refusal.Conflicting(changed.Message));
            refusals.Map<ImageRejectedException>(rejected => Refusal.Unusable(rejected.Message, rejected));
        });
        return builder;
    }
}
