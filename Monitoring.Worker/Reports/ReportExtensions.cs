using AspireMl.Monitoring.Worker.Drift;
using AspireMl.Monitoring.Worker.Performance;
using AspireMl.Monitoring.Worker.Rows;

namespace AspireMl.Monitoring.Worker.Reports;

static class ReportExtensions
{
    public static IHostApplicationBuilder AddReports(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<DriftOptions>().BindConfiguration("Drift").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<WatchedModels>();
        services.AddSingleton<AnsweredRows>();
        services.AddSingleton<DatasetRows>();
        services.AddSingleton<RowTables>();
        services.AddSingleton<Sketches>();
        services.AddSingleton<ReportArchive>();
        services.AddOptions<PerformanceOptions>().BindConfiguration("Performance").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ModelScores>();
        services.AddSingleton<PredictedValues>();
        services.AddSingleton<LabelledAnswers>();
        services.AddSingleton<DriftWatch>();
        services.AddRazorComponents();
        return builder;
    }
}
