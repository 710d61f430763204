using System.Diagnostics;
using AspireMl.Contracts.Models;
using AspireMl.Inference.Api.Models.Registry;
using AspireMl.Inference.Api.Telemetry;

namespace AspireMl.Inference.Api.Models;

/// <summary>Loads and warms up the models after the start, while the service says that it is not ready; then follows the registry.</summary>
sealed partial class ModelLoader(
    IModelSource source, ModelOpener opener, ModelUpdates updates, RegistryFollower follower, ModelCatalog catalog, InferenceMetrics metrics, ILogger<ModelLoader> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            updates.Begin(await Task.Run(source.FindPackages, stoppingToken));
            // Else it would answer with the newest installed version for a moment, whatever the champion is.
            await follower.MeetAsync(stoppingToken);
            // They load faster than the OCR, and need none.
            await updates.LoadAsync(ModelOpener.TasksWithoutOcr, stoppingToken);
            catalog.Ready(await opener.OpenPreparationAsync());
            await updates.LoadAsync([ModelTasks.DocumentQuestion], stoppingToken);
            metrics.RecordStartup(DateTime.Now - Process.GetCurrentProcess().StartTime);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The service stays up to say so; a restart with the cause removed is the way on.
            catalog.Fail("The OCR could not be loaded; the service's log says why.");
            LogPreparationFailed(failure);
        }

        await follower.RunAsync(stoppingToken);
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The OCR cannot be loaded; nothing can be answered")]
    partial void LogPreparationFailed(Exception failure);
}
