using AspireMl.Inference.Api.Models.Registry;
using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Documents.Ocr;
using AspireMl.ServiceDefaults.Health;
using Microsoft.Extensions.Options;

namespace AspireMl.Inference.Api.Models;

static class ModelExtensions
{
    public static IHostApplicationBuilder AddModels(this IHostApplicationBuilder builder)
    {
        AddOptions<ModelOptions>("Models");
        AddOptions<DecodeOptions>("Decode");
        AddOptions<InferenceOptions>("Inference");
        AddOptions<OcrOptions>("Ocr");
        AddOptions<OcrCacheOptions>("OcrCache");
        builder.Services.AddSingleton<IValidateOptions<InferenceOptions>, InferenceOptionsCheck>();
        builder.Services.AddSingleton(services => new ImageDecoder(services.GetRequiredService<IOptions<DecodeOptions>>().Value));
        builder.Services.AddSingleton<IModelSource, InstalledModels>();
        builder.Services.AddSingleton<ModelCatalog>();
        builder.Services.AddSingleton<ModelOpener>();
        builder.AddRegistry();
        builder.Services.AddHostedService<ModelLoader>();
        builder.Services.AddHealthChecks().AddCheck<ModelHealthCheck>("models", tags: [HealthTags.Needed]);
        return builder;

        void AddOptions<T>(string section)
            where T : class =>
            builder.Services.AddOptions<T>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();
    }
}
