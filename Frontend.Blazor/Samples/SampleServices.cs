namespace AspireMl.Frontend.Blazor.Samples;

internal static class SampleServices
{
    public static IHostApplicationBuilder AddSamples(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SampleCatalog>();
        return builder;
    }
}
