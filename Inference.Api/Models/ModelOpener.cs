using System.Diagnostics;
using AspireMl.Contracts.Models;
using AspireMl.Inference.Api.Telemetry;

namespace AspireMl.Inference.Api.Models;

/// <summary>Opens models of every task that is served, each warmed up by its sample, on threads that may be busy for seconds.</summary>
sealed class ModelOpener(IModelSource source, InferenceMetrics metrics)
{
    /// <summary>The tasks that models answer without OCR.</summary>
    public static IReadOnlyCollection<string> TasksWithoutOcr { get; } = [ModelTasks.TabularRegression, ModelTasks.TabularClassification, ModelTasks.ImageClassification];

    /// <summary>All tasks that are served.</summary>
    public static IReadOnlyCollection<string> Tasks { get; } = [.. TasksWithoutOcr, ModelTasks.DocumentQuestion];

    /// <summary>Opens a package's model.</summary>
    /// <exception cref="InvalidDataException">The package is not usable; the message says why.</exception>
    public Task<IDisposable> OpenAsync(InstalledPackage package) => package.Card?.Task switch
    {
        ModelTasks.DocumentQuestion => TimedAsync<IDisposable>("reader", () => source.OpenReader(package)),
        ModelTasks.TabularRegression or ModelTasks.TabularClassification => TimedAsync<IDisposable>("tabular", () => source.OpenTabular(package)),
        ModelTasks.ImageClassification => TimedAsync<IDisposable>("images", () => source.OpenImages(package)),
        var task => throw new InvalidDataException($"This service answers nothing for the task {task}; it serves {string.Join(", ", Tasks)}."),
    };

    /// <summary>Opens what turns images into text.</summary>
    public Task<IPagePreparation> OpenPreparationAsync() => TimedAsync("ocr", source.OpenPreparation);

    Task<T> TimedAsync<T>(string part, Func<T> open) => Task.Factory.StartNew(
        () =>
        {
            var start = Stopwatch.GetTimestamp();
            var opened = open();
            metrics.RecordStartupPart(part, Stopwatch.GetElapsedTime(start));
            return opened;
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);
}
