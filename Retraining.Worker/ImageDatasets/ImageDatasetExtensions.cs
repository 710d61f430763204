using AspireMl.Contracts.ImageDatasets;
using AspireMl.Modeling.Decoding;
using AspireMl.Retraining.Worker.ImageDatasets.Endpoints;
using AspireMl.Retraining.Worker.ImageDatasets.Import;
using AspireMl.Retraining.Worker.Images.Checks;
using AspireMl.Retraining.Worker.Reports;
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
        services.AddOptions<ImageCheckLimits>().BindConfiguration("ImageChecks").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ImageInspection>();
        services.AddSingleton<ImageCheckReports>();
        services.AddSingleton<ReportPictures>();
        services.Configure<RefusalOptions>(refusals =>
        {
            refusals.Map<ImageDatasetChangedException>(changed => Refusal.Conflicting(changed.Message));
            refusals.Map<ImageRejectedException>(rejected => Refusal.Unusable(rejected.Message, rejected));
        });
        return builder;
    }
}
