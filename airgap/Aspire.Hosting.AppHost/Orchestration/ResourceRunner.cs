using Aspire.Hosting.Eventing;

namespace Aspire.Hosting.Orchestration;

/// <summary>Takes one resource through waiting, starting, running and ending, as often as it is told to start.</summary>
internal sealed partial class ResourceRunner(
    ResourceStatus status,
    Func<IResource, ResourceStatus?> statusOf,
    ProcessThread processes,
    HealthWatch health,
    LogPrinter printer,
    IDistributedApplicationEventing eventing,
    DistributedApplicationExecutionContext execution,
    IServiceProvider services,
    ILogger logger) : IDisposable
{
    readonly SemaphoreSlim _start = new(1);
    readonly CancellationTokenSource _stopping = new();
    volatile ChildProcess? _process;
    Task _running = Task.CompletedTask;

    public ResourceStatus Status => status;

    public void Begin() => _running = Task.Run(RunAsync);

    /// <summary>Starts a resource whose process has ended.</summary>
    public void StartAgain() => _start.Release();

    public Task StopProcessAsync()
    {
        status.Stopping();
        return _process?.StopAsync() ?? Task.CompletedTask;
    }

    /// <summary>Ends the resource for good.</summary>
    public async Task EndAsync()
    {
        await _stopping.CancelAsync();
        if (_process is { } process)
        {
            status.Stopping();
            await process.StopAsync();
        }

        await _running;
    }

    public void Dispose()
    {
        _start.Dispose();
        _stopping.Dispose();
    }

    async Task RunAsync()
    {
        try
        {
            for (var again = false; ; again = true)
            {
                await _start.WaitAsync(_stopping.Token);
                status.Waiting(again);
                await WaitForDependenciesAsync();
                await RunOnceAsync();
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    async Task WaitForDependenciesAsync()
    {
        foreach (var dependency in status.Resource.Annotations.OfType<WaitAnnotation>().Select(wait => statusOf(wait.Resource)).OfType<ResourceStatus>())
        {
            for (var changed = dependency.Changed; !dependency.Ready; changed = dependency.Changed)
            {
                await changed.WaitAsync(_stopping.Token);
            }
        }
    }

    async Task RunOnceAsync()
    {
        if (status.Resource is not (ProjectResource or ExecutableResource))
        {
            status.Running(null);
            await health.WatchAsync(status, _stopping.Token);
            return;
        }

        status.Starting();
        try
        {
            _process = new(await processes.StartAsync(await ProcessPlan.MakeAsync(status.Resource, execution)));
        }
        catch (Exception error) when (error is System.ComponentModel.Win32Exception or DistributedApplicationException or InvalidOperationException)
        {
            printer.Print(status, error.Message);
            status.FailedToStart();
            return;
        }

        var exitCode = await FollowAsync(_process);
        _process = null;
        status.Ended(exitCode);
        if (!_stopping.IsCancellationRequested)
        {
            LogEnded(status.Resource.Name, exitCode);
            await eventing.PublishAsync(new ResourceStoppedEvent(status.Resource, services, Event()), _stopping.Token);
        }
    }

    async Task<int> FollowAsync(ChildProcess process)
    {
        status.Running(process.Id);
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        var watch = WatchAsync(watching.Token);
        // A stop may have been asked for between the start and now.
        var stop = _stopping.IsCancellationRequested ? process.StopAsync() : Task.CompletedTask;
        var exitCode = await process.FollowAsync(line => printer.Print(status, line));
        await watching.CancelAsync();
        await Task.WhenAll(watch, stop);
        return exitCode;
    }

    async Task WatchAsync(CancellationToken cancellation)
    {
        try
        {
            await health.WatchAsync(status, cancellation);
        }
        catch (OperationCanceledException)
        {
        }
    }

    ResourceEvent Event() => new(status.Resource, status.Resource.Name, new CustomResourceSnapshot
    {
        ResourceType = status.Resource is ProjectResource ? "Project" : "Executable",
        State = new(status.State, null),
        ExitCode = status.ExitCode,
    });

    [LoggerMessage(LogLevel.Warning, "{Resource} has ended with status {ExitCode}.")]
    partial void LogEnded(string resource, int exitCode);
}
