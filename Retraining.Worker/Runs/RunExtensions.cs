using AspireMl.Modeling.ModelPackages;
using AspireMl.Retraining.Worker.Evaluations;
using AspireMl.Retraining.Worker.Images.Evaluation;
using AspireMl.Retraining.Worker.Images.Monitors;
using AspireMl.Retraining.Worker.Images.Runs;
using AspireMl.Retraining.Worker.Runs.Work;
using AspireMl.Retraining.Worker.Telemetry;
using AspireMl.Retraining.Worker.XGBoost;
using AspireMl.ServiceDefaults.Refusals;

namespace AspireMl.Retraining.Worker.Runs;

internal static class RunExtensions
{
    public static IHostApplicationBuilder AddRuns(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<RunOptions>().BindConfiguration("Runs").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ITrainingTables, DatasetTables>();
        services.AddSingleton<IModelGateway, RegistryGateway>();
        services.AddSingleton<TrainingMetrics>();
        services.AddSingleton<RunSignal>();
        services.AddSingleton<RunStarter>();
        services.AddSingleton<RegisteredPackages>();
        services.AddSingleton<RunRegistration>();
        services.AddSingleton<ImageRunEngine>();
        services.AddSingleton<ImageRunRequests>();
        services.AddSingleton<ImageRunSteps>();
        services.AddSingleton<ImageModelEvaluation>();
        services.AddOptions<EmbeddingMonitorOptions>().BindConfiguration("ImageMonitors").ValidateDataAnnotations().ValidateOnStart();
        services.AddHttpClient(EmbeddingMonitors.HttpClientName);
        services.AddSingleton<EmbeddingMonitors>();
        services.AddSingleton<RunSteps>();
        services.AddSingleton<RunAttempt>();
        services.AddHostedService<RunWorker>();
        services.AddSingleton<SplitRows>();
        services.AddRazorComponents();
        services.Configure<RefusalOptions>(refusals =>
        {
            refusals.Map<InvalidDataException>(unusable => Refusal.Unusable(unusable.Message, unusable));
            refusals.Map<ModelPackageException>(unusable => Refusal.Unusable(unusable.Message, unusable));
        });
        services.AddHealthChecks().AddCheck<XGBoostHealthCheck>("xgboost");
        return builder;
    }
}
