namespace AspireMl.Inference.Api.Inferences;

static class InferenceExtensions
{
    public static IHostApplicationBuilder AddInferences(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RowRecords>();
        builder.Services.AddSingleton<InferenceHistory>();
        builder.Services.AddSingleton<RecordedInferences>();
        return builder;
    }
}
