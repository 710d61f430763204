using AspireMl.Contracts.Jobs;
using AspireMl.Storage;
using AspireMl.Storage.Jobs;
using AspireMl.Storage.Queue;
using Microsoft.Extensions.Options;

namespace AspireMl.Inference.Api.Jobs;

/// <summary>
/// Gives queued jobs whose messages the queue has lost new ones, as after a restore of the database beside an empty
/// RabbitMQ. A message too many does no harm: the job's record makes two of them one in effect.
/// </summary>
sealed partial class LostMessages(
    IJobStore store, IServiceStore services, IMessageBroker broker, IOptions<JobOptions> options, TimeProvider time, ILogger<LostMessages> logger)
    : BackgroundService
{
    const int MostJobs = 10_000;

    // A job that was taken off the queue a moment ago is still queued in its record: only one that is seen twice is lost.
    HashSet<Guid> _seen = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.LostAfter, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (StorageUnavailableException away)
            {
                LogUnknown(away.Message);
            }
        }
    }

    async Task LookAsync(CancellationToken cancellation)
    {
        var queued = new HashSet<Guid>();
        foreach (var binding in await services.ListAsync(cancellation))
        {
            await broker.DeclareAsync(binding.Service, cancellation);
            if (await broker.CountWaitingAsync(binding.Service, cancellation) > 0)
            {
                continue;
            }

            var ids = await store.FindQueuedAsync(binding.Service, MostJobs, cancellation);
            var lost = ids.Where(_seen.Contains).ToArray();
            queued.UnionWith(ids.Except(lost));
            foreach (var id in lost)
            {
                await SendAsync(id, cancellation);
            }

            if (lost.Length > 0)
            {
                LogSent(lost.Length, binding.Service);
            }
        }

        _seen = queued;
    }

    async Task SendAsync(Guid id, CancellationToken cancellation)
    {
        if (await store.FindAsync(id, cancellation) is not { Status: JobStatuses.Queued } job)
        {
            return;
        }

        var body = new JobMessage(job.Service, job.JobId, job.CreatedAt, job.Payload).ToBytes();
        if (body.Length > MessageRules.MostBytes)
        {
            LogTooLarge(id);
            return;
        }

        await broker.PublishAsync(job.Service, body, cancellation);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} queued jobs of {Service} had no message any more and got new ones")]
    partial void LogSent(int count, string service);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {JobId} has lost its message, and what the database gives back of it is too large for another: cancel it and send it in parts")]
    partial void LogTooLarge(Guid jobId);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Whether jobs have lost their messages is not known now: {Reason}")]
    partial void LogUnknown(string reason);
}
