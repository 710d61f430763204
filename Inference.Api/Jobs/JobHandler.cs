using AspireMl.Contracts.Jobs;
using AspireMl.Inference.Api.Telemetry;
using AspireMl.Modeling.Decoding;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage;
using AspireMl.Storage.Jobs;
using AspireMl.Storage.Queue;
using Microsoft.Extensions.Options;

namespace AspireMl.Inference.Api.Jobs;

/// <summary>
/// Does the job of a message. The queue delivers at least once; the job's record makes that once in effect: a job that
/// has ended is not begun again, and of two attempts only the newer one may end it.
/// </summary>
sealed partial class JobHandler(
    IJobStore store, JobRunners runners, CancelWatch cancels, InferenceMetrics metrics, IOptions<JobOptions> options, TimeProvider time, ILogger<JobHandler> logger)
{
    static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);
    static readonly string Worker = $"{Environment.MachineName}/{Environment.ProcessId}";

    readonly JobOptions _options = options.Value;

    public async Task<Settlement> HandleAsync(ServiceBinding binding, Delivery delivery, CancellationToken stopping)
    {
        JobMessage message;
        try
        {
            message = JobMessageReader.Read(delivery.Body);
        }
        catch (FormatException unreadable)
        {
            return Settlement.Dead(unreadable.Message);
        }

        if (message.Service != delivery.Service)
        {
            return Settlement.Dead($"The message is for the service {message.Service} but came to {delivery.Service}.");
        }

        var now = time.GetUtcNow();
        JobRecord? job;
        try
        {
            job = await store.BeginAsync(message.ToJob(binding.Model, now), Worker, now, stopping);
        }
        catch (ArgumentException refused)
        {
            return Settlement.Dead(refused.Message);
        }

        if (job is null)
        {
            return Settlement.Done;
        }

        if (job.Attempts == 1)
        {
            metrics.RecordJobWait(job.Service, now > job.CreatedAt ? now - job.CreatedAt : TimeSpan.Zero);
        }

        if (job.Attempts > _options.MaxAttempts)
        {
            return await GiveUpAsync(job, job.Message ?? "The workers that began it ended before it did.");
        }

        return await WorkAsync(job, binding.Alias, stopping);
    }

    async Task<Settlement> WorkAsync(JobRecord job, string alias, CancellationToken stopping)
    {
        await using var watched = cancels.Watch(job.JobId, stopping);
        try
        {
            var outcome = await RunAsync(new(job.JobId, job.Model, alias, job.Payload), watched.Token);
            return await EndAsync(job, JobStatuses.Finished, Settlement.Done, null, outcome);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return await EndAsync(job, JobStatuses.Queued, Settlement.Again(TimeSpan.Zero), "Its worker was stopped; another one takes it.");
        }
        catch (OperationCanceledException) when (watched.Token.IsCancellationRequested)
        {
            return await EndAsync(job, JobStatuses.Cancelled, Settlement.Done, "It was cancelled while it ran.");
        }
        catch (Exception refused) when (refused is RefusalException or ImageRejectedException)
        {
            return await EndAsync(job, JobStatuses.Failed, Settlement.Done, refused.Message);
        }
        catch (Exception failure) when (failure is not StorageUnavailableException)
        {
            LogFailed(job.JobId, job.Attempts, failure);
            const string Sentence = "The service failed to do it.";
            return job.Attempts >= _options.MaxAttempts
                ? await GiveUpAsync(job, Sentence)
                : await EndAsync(job, JobStatuses.Queued, Settlement.Again(Rest), Sentence);
        }
    }

    /// <summary>What is busy or away now is waited for with the message in hand, so that waiting is no attempt.</summary>
    async Task<JobOutcome> RunAsync(JobWork work, CancellationToken cancellation)
    {
        var runner = runners.Require(work.Model);
        while (true)
        {
            try
            {
                return await runner.RunAsync(work, cancellation);
            }
            catch (RefusalException busy) when (busy.RetryAfter is { } wait)
            {
                await Task.Delay(wait, time, cancellation);
            }
            catch (StorageUnavailableException)
            {
                await Task.Delay(Rest, time, cancellation);
            }
        }
    }

    async Task<Settlement> GiveUpAsync(JobRecord job, string reason)
    {
        var sentence = $"It was given up after {_options.MaxAttempts} attempts. {reason}";
        return await EndAsync(job, JobStatuses.Failed, Settlement.Dead(sentence), sentence);
    }

    // Not cancelled: the work is done, and only its record is missing.
    async Task<Settlement> EndAsync(JobRecord job, string status, Settlement settlement, string? message, JobOutcome? outcome = null)
    {
        var end = new JobEnd(job.JobId, job.Attempts, status, time.GetUtcNow()) { Result = outcome?.Result, AnsweredBy = outcome?.AnsweredBy, Message = message };
        while (true)
        {
            try
            {
                if (await store.EndAsync(end, CancellationToken.None))
                {
                    metrics.RecordJobAttempt(job.Service, status, end.At - job.StartedAt!.Value);
                }

                return settlement;
            }
            catch (StorageUnavailableException)
            {
                await Task.Delay(Rest, time, CancellationToken.None);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {JobId} failed in attempt {Attempt}")]
    partial void LogFailed(Guid jobId, int attempt, Exception failure);
}
