using AspireMl.Storage;
using AspireMl.Storage.Runs;
using Microsoft.Extensions.Options;

namespace AspireMl.Retraining.Worker.Runs.Work;

/// <summary>Takes up runs, one after the other.</summary>
internal sealed partial class RunWorker(IRunStore runs, RunAttempt attempt, RunSignal signal, IOptions<RunOptions> options, ILogger<RunWorker> logger) : BackgroundService
{
    readonly string _name = $"{Environment.MachineName}/{Environment.ProcessId}";

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await runs.ClaimAsync(_name, options.Value.Lease, stoppingToken) is { } claim)
                {
                    LogClaimed(claim.Run.RunId, claim.Run.Model, claim.Run.Attempts);
                    await attempt.RunAsync(claim, stoppingToken);
                    continue;
                }
            }
            catch (StorageUnavailableException away)
            {
                LogAway(away.Message);
            }

            await signal.WaitAsync(options.Value.Poll, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Took up run {RunId} of {Model}, attempt {Attempt}")]
    partial void LogClaimed(Guid runId, string model, int attempt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Cannot look for runs: {Reason}")]
    partial void LogAway(string reason);
}
