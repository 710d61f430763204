using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AspireMl.AppHost;

internal static partial class RestartExtensions
{
    /// <summary>The exit status of a program that a person must help first (EX_CONFIG); starting it again is no use.</summary>
    const int Refused = 78;

    /// <summary>Starts the resource again when its process dies, at once the first time and ever later while it keeps dying.</summary>
    public static IResourceBuilder<ProjectResource> WithRestart(this IResourceBuilder<ProjectResource> project)
    {
        var backoff = new RestartBackoff(TimeProvider.System);
        return project.OnResourceStopped((resource, stopped, cancellation) =>
        {
            if (stopped.ResourceEvent.Snapshot.ExitCode is not (null or 0 or Refused))
            {
                // Not awaited: whoever announces the stop need not wait for the start.
                _ = StartAgainAsync(resource, backoff.NextDelay(), stopped.Services);
            }

            return Task.CompletedTask;
        });
    }

    static async Task StartAgainAsync(ProjectResource resource, TimeSpan delay, IServiceProvider services)
    {
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RestartExtensions));
        var stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        try
        {
            LogRestart(logger, resource.Name, delay);
            await Task.Delay(delay, stopping);
            var started = await services.GetRequiredService<ResourceCommandService>()
                .ExecuteCommandAsync(resource, KnownResourceCommands.StartCommand, cancellationToken: stopping);
            if (!started.Success)
            {
                LogNotRestarted(logger, resource.Name, started.Message);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Resource} died and is started again in {Delay}.")]
    static partial void LogRestart(ILogger logger, string resource, TimeSpan delay);

    [LoggerMessage(LogLevel.Error, "{Resource} could not be started again: {Reason}")]
    static partial void LogNotRestarted(ILogger logger, string resource, string? reason);
}
