namespace AspireMl.Retraining.Worker.Datasets;

internal static class DatasetExtensions
{
    public static IHostApplicationBuilder AddDatasets(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<DatasetOptions>().BindConfiguration("Datasets").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<RowReading>();
        return builder;
    }
}
