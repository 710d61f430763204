using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Training;
using AspireMl.Retraining.Worker.Telemetry;
using AspireMl.Storage;
using AspireMl.Storage.Runs;
using Microsoft.Extensions.Options;

namespace AspireMl.Retraining.Worker.Runs.Work;

/// <summary>Does a claimed run, keeps it meanwhile, and ends it in one way or another.</summary>
internal sealed partial class RunAttempt(
    IRunStore runs, RunSteps steps, TrainingMetrics metrics, TimeProvider time, IOptions<RunOptions> options, ILogger<RunAttempt> logger)
{
    // Several chances to be heard before the lease ends.
    const int BeatsOfALease = 4;

    // What is away may be for minutes: with five attempts a run waits for more than three.
    static readonly GrowingWait Waits = new(TimeSpan.FromSeconds(5), TimeSpan.FromHours(1), Factor: 3);

    /// <summary>Does it.</summary>
    /// <param name="claim">The run.</param>
    /// <param name="stopping">The worker stops; the run is given back.</param>
    public async Task RunAsync(ClaimedRun claim, CancellationToken stopping)
    {
        var began = time.GetTimestamp();
        var notebook = new RunNotebook(claim);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var beating = BeatAsync(notebook, stop);
        var end = await EndAsync(claim.Run, notebook, stop.Token);
        await stop.CancelAsync();
        var hold = await beating;
        if (hold == RunHold.Lost)
        {
            LogLost(claim.Run.RunId);
            return;
        }

        if (end is null)
        {
            end = hold == RunHold.CancelRequested
                ? End(claim.Run, RunStatuses.Cancelled, "It was cancelled while it ran.")
                : End(claim.Run, RunStatuses.Queued, "Its worker stopped; it goes on elsewhere.");
        }

        metrics.Record(claim.Run, end, time.GetUtcNow(), time.GetElapsedTime(began));
        LogEnded(claim.Run.RunId, end.Status, end.Message ?? end.Outcome?.Reason);
        // Not given up when the worker stops: the run would wait for its lease to end.
        await runs.EndAsync(end with { Outcome = end.Outcome ?? notebook.ToNote().Outcome }, CancellationToken.None);
    }

    static RunEnd End(TrainingRun run, string status, string message) => new(run.RunId, run.Attempts, status) { Message = message };

    // Null when it was stopped from outside.
    async Task<RunEnd?> EndAsync(TrainingRun run, RunNotebook notebook, CancellationToken cancellation)
    {
        if (run.CancelRequested)
        {
            return End(run, RunStatuses.Cancelled, "It was cancelled before it went on.");
        }

        if (run.Attempts > options.Value.Attempts)
        {
            return End(run, RunStatuses.Failed, $"Its worker was lost {options.Value.Attempts} times; look into the worker's log, then ask again.");
        }

        try
        {
            return new(run.RunId, run.Attempts, RunStatuses.Finished) { Outcome = await steps.RunAsync(run, notebook, cancellation) };
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception away) when (away is StorageUnavailableException or ApiException { IsTransient: true } && run.Attempts < options.Value.Attempts)
        {
            return End(run, RunStatuses.Queued, away.Message) with { RetryAfter = Waits.After(run.Attempts) };
        }
        // Whatever is wrong with a run must end that run and not the worker.
        catch (Exception failure)
        {
            LogFailed(failure, run.RunId);
            return End(run, RunStatuses.Failed, failure.Message);
        }
    }

    async Task<RunHold> BeatAsync(RunNotebook notebook, CancellationTokenSource stop)
    {
        using var timer = new PeriodicTimer(options.Value.Lease / BeatsOfALease);
        var hold = RunHold.Held;
        try
        {
            do
            {
                hold = await HoldAsync(notebook, hold, stop.Token);
                if (hold != RunHold.Held)
                {
                    await stop.CancelAsync();
                }
            }
            while (await timer.WaitForNextTickAsync(stop.Token));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The attempt is over; what was heard last counts.
        }

        return hold;
    }

    async Task<RunHold> HoldAsync(RunNotebook notebook, RunHold last, CancellationToken cancellation)
    {
        try
        {
            return await runs.HoldAsync(notebook.ToNote(), options.Value.Lease, cancellation);
        }
        catch (StorageUnavailableException away)
        {
            // The run goes on: whether it is still this attempt's shows when the database is back.
            LogAway(away);
            return last;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Run {RunId} is {Status}: {Reason}")]
    partial void LogEnded(Guid runId, string status, string? reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Run {RunId} was taken by another worker")]
    partial void LogLost(Guid runId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Run {RunId} broke off")]
    partial void LogFailed(Exception failure, Guid runId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The run could not be kept")]
    partial void LogAway(Exception away);
}
