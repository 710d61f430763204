namespace AspireMl.Inference.Api.Inferences;

static class InferenceExtensions
{
    public static IHostApplicationBuilder AddInferences(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RecordedInferences>();
        return builder;
    }
}
