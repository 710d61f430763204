using System.Diagnostics;
using AspireMl.Contracts.Models;
using AspireMl.Inference.Api.Telemetry;

namespace AspireMl.Inference.Api.Models;

/// <summary>Loads and warms up the models after the start, on a thread of its own, while the service says that it is not ready.</summary>
sealed partial class ModelLoader(IModelSource source, ModelCatalog catalog, InferenceMetrics metrics, ILogger<ModelLoader> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.Factory.StartNew(() => Load(stoppingToken), stoppingToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    void Load(CancellationToken stopping)
    {
        try
        {
            var packages = source.FindPackages();
            catalog.Announce(packages);
            // Tabular models load in milliseconds, and need no OCR.
            LoadAll(packages, [ModelTasks.TabularRegression, ModelTasks.TabularClassification], "tabular", source.OpenTabular, stopping);
            catalog.Ready(Timed("ocr", source.OpenPreparation));
            LoadAll(packages, [ModelTasks.DocumentQuestion], "reader", source.OpenReader, stopping);
            metrics.RecordStartup(DateTime.Now - Process.GetCurrentProcess().StartTime);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The service stays up to say so; a restart with the cause removed is the way on.
            catalog.Fail("The OCR could not be loaded; the service's log says why.");
            LogPreparationFailed(failure);
        }
    }

    void LoadAll(IReadOnlyList<InstalledPackage> packages, string[] tasks, string part, Func<InstalledPackage, IDisposable> open, CancellationToken stopping)
    {
        foreach (var package in packages.Where(package => package.Defect is null && tasks.Contains(package.Card?.Task)))
        {
            stopping.ThrowIfCancellationRequested();
            Load(package, part, open);
        }
    }

    void Load(InstalledPackage package, string part, Func<InstalledPackage, IDisposable> open)
    {
        try
        {
            catalog.Ready(package, Timed(part, () => open(package)));
            metrics.RecordModelReady(package.Name, package.Card!.Version, package.Card.Tabular is not null);
            LogReady(package.Name, package.Card.Version);
        }
        catch (InvalidDataException unusable)
        {
            catalog.Fail(package, unusable.Message);
            LogUnusable(package.Folder, unusable.Message);
        }
    }

    T Timed<T>(string part, Func<T> load)
    {
        var start = Stopwatch.GetTimestamp();
        var loaded = load();
        metrics.RecordStartupPart(part, Stopwatch.GetElapsedTime(start));
        return loaded;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Model {Name} {Version} is ready")]
    partial void LogReady(string name, string version);

    [LoggerMessage(Level = LogLevel.Error, Message = "The model package {Folder} cannot be used: {Reason}")]
    partial void LogUnusable(string folder, string reason);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The OCR cannot be loaded; nothing can be answered")]
    partial void LogPreparationFailed(Exception failure);
}
