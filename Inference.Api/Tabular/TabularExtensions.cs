using AspireMl.Inference.Api.Jobs;

namespace AspireMl.Inference.Api.Tabular;

static class TabularExtensions
{
    public static IHostApplicationBuilder AddTabular(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<TabularOptions>().BindConfiguration("Tabular").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<TabularTurns>();
        builder.Services.AddSingleton<SharedRuns>();
        builder.Services.AddSingleton<TabularBody>();
        builder.Services.AddSingleton<TabularPredictions>();
        builder.Services.AddSingleton<IJobRunner, TabularJobRunner>();
        return builder;
    }
}
