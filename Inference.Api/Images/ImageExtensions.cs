using AspireMl.Inference.Api.Jobs;

namespace AspireMl.Inference.Api.Images;

static class ImageExtensions
{
    public static IHostApplicationBuilder AddImages(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<ImageOptions>().BindConfiguration("Images").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<ImageMetrics>();
        builder.Services.AddSingleton<ImageClassifications>();
        builder.Services.AddSingleton<ImageBatchReader>();
        builder.Services.AddSingleton<ImageBatches>();
        builder.Services.AddSingleton<IJobRunner, ImageJobRunner>();
        return builder;
    }
}
