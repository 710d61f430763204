using AspireMl.Contracts.Jobs;
using AspireMl.Storage.Jobs;
using MongoDB.Driver;

namespace AspireMl.Storage.MongoDb.Jobs;

/// <summary>What changes at a job when it moves.</summary>
static class JobUpdates
{
    static readonly UpdateDefinitionBuilder<StoredJob> Update = Builders<StoredJob>.Update;

    /// <summary>A worker begins it; it is recorded when it is not there yet.</summary>
    public static UpdateDefinition<StoredJob> Begin(JobRecord job, string worker, DateTimeOffset startedAt)
    {
        var begin = Update
            .Set(stored => stored.Status, JobStatuses.Running)
            .Inc(stored => stored.Attempts, 1)
            .Set(stored => stored.Worker, worker)
            .Set(stored => stored.StartedAt, startedAt.ToMongo())
            .Unset(stored => stored.FinishedAt)
            .SetOnInsert(stored => stored.CreatedAt, job.CreatedAt.ToMongo())
            .SetOnInsert(stored => stored.Service, job.Service)
            .SetOnInsert(stored => stored.Model, job.Model)
            .SetOnInsert(stored => stored.Payload, job.Payload.GetRawText());
        return StoredJob.ImageOf(job) is { } image ? begin.SetOnInsert(stored => stored.Image, image) : begin;
    }

    /// <summary>An attempt ends.</summary>
    public static UpdateDefinition<StoredJob> End(JobEnd outcome)
    {
        var end = Update
            .Set(stored => stored.Status, outcome.Status)
            .Set(stored => stored.Result, outcome.Result?.GetRawText())
            .Set(stored => stored.Message, outcome.Message)
            .Set(stored => stored.FinishedAt, outcome.Status == JobStatuses.Queued ? null : outcome.At.ToMongo());
        return outcome.AnsweredBy is { } answerer ? end.Set(stored => stored.Version, answerer.Version) : end;
    }

    /// <summary>A queued one is cancelled.</summary>
    public static UpdateDefinition<StoredJob> Cancel(DateTimeOffset now) => AskToCancel
        .Set(stored => stored.Status, JobStatuses.Cancelled)
        .Set(stored => stored.Message, JobMessages.CancelledBeforeItBegan)
        .Set(stored => stored.FinishedAt, now.ToMongo());

    /// <summary>The worker of a running one is asked to stop.</summary>
    public static UpdateDefinition<StoredJob> AskToCancel => Update.Set(stored => stored.CancelRequested, true);
}
