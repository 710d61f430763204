using AspireMl.Contracts.Jobs;
using AspireMl.Contracts.Paging;
using AspireMl.Storage.Jobs;
using AspireMl.Storage.Retention;
using MongoDB.Driver;

namespace AspireMl.Storage.MongoDb.Jobs;

/// <summary>Jobs as documents; each move is one update with what the job must be before it in the filter.</summary>
sealed class MongoJobStore(MongoDocumentDatabase database) : IJobStore
{
    static readonly FilterDefinitionBuilder<StoredJob> Where = Builders<StoredJob>.Filter;
    static readonly FilterDefinition<StoredJob> IsOpen = Where.In(job => job.Status, [JobStatuses.Queued, JobStatuses.Running]);
    static readonly ProjectionDefinition<StoredJob, StoredJob> Head = Builders<StoredJob>.Projection.Exclude(job => job.Payload).Exclude(job => job.Result);

    public Task AddAsync(JobRecord job, CancellationToken cancellation) => database.RunAsync(
        async cancellation =>
        {
            try
            {
                await database.Jobs.InsertOneAsync(StoredJob.Queued(job), cancellationToken: cancellation);
                return true;
            }
            catch (MongoWriteException known) when (MongoFailures.MeansKnownId(known))
            {
                return false;
            }
        },
        cancellation);

    public Task<JobRecord?> FindAsync(Guid jobId, CancellationToken cancellation) => database.RunAsync(
        async cancellation => (await database.Jobs.Find(HasId(jobId)).FirstOrDefaultAsync(cancellation))?.ToRecord(),
        cancellation);

    public Task<IReadOnlyList<Guid>> FindCancelRequestedAsync(IReadOnlyList<Guid> jobIds, CancellationToken cancellation) => database.RunAsync<IReadOnlyList<Guid>>(
        async cancellation =>
        {
            var asked = Where.In(job => job.JobId, jobIds) & Where.Eq(job => job.CancelRequested, true);
            return [.. (await database.Jobs.Find(asked).Project(Head).ToListAsync(cancellation)).Select(job => job.JobId)];
        },
        cancellation);

    public Task<Page<JobRecord>> ListAsync(JobFilter filter, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(filter.Limit, Math.Clamp(filter.Limit, 1, JobFilter.MaxLimit));
        var matching = (filter.Status is { } status ? Is(status) : Where.Empty) & (filter.After is { } after ? Newest<StoredJob>.After(after) : Where.Empty);
        return database.RunAsync(
            async cancellation =>
            {
                var found = await Newest<StoredJob>.ReadAsync(database.Jobs, matching, filter.Limit, Head, cancellation);
                return Page.Of<JobRecord>([.. found.Select(job => job.ToRecord())], filter.Limit, job => new(job.CreatedAt, job.JobId));
            },
            cancellation);
    }

    public Task<IReadOnlyDictionary<string, long>> CountAsync(CancellationToken cancellation) => database.RunAsync<IReadOnlyDictionary<string, long>>(
        async cancellation =>
        {
            var counts = new Dictionary<string, long>();
            foreach (var status in JobStatuses.All)
            {
                counts[status] = await CountAsync(status, cancellation);
            }

            return counts;
        },
        cancellation);

    public Task<JobBacklog> ReadBacklogAsync(CancellationToken cancellation) => database.RunAsync(
        async cancellation =>
        {
            var oldest = await database.Jobs.Find(Is(JobStatuses.Queued)).SortBy(job => job.CreatedAt).Project(Head).FirstOrDefaultAsync(cancellation);
            return new JobBacklog(
                await CountAsync(JobStatuses.Queued, cancellation),
                await CountAsync(JobStatuses.Running, cancellation),
                oldest is null ? null : MongoTime.FromMongo(oldest.CreatedAt));
        },
        cancellation);

    public Task<IReadOnlyList<Guid>> FindQueuedAsync(string service, int limit, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return database.RunAsync<IReadOnlyList<Guid>>(
            async cancellation =>
            {
                var waiting = Is(JobStatuses.Queued) & Where.Eq(job => job.Service, service);
                var found = await database.Jobs.Find(waiting).Sort(Newest<StoredJob>.Last).Limit(limit).Project(Head).ToListAsync(cancellation);
                return [.. found.Select(job => job.JobId)];
            },
            cancellation);
    }

    public Task<JobRecord?> BeginAsync(JobRecord job, string worker, DateTimeOffset startedAt, CancellationToken cancellation) => database.RunAsync(
        async cancellation =>
        {
            var isOpen = HasId(job.JobId) & IsOpen;
            var begin = JobUpdates.Begin(job, worker, startedAt);
            try
            {
                return await MoveAsync(isOpen, begin, isUpsert: true, cancellation);
            }
            catch (MongoCommandException known) when (MongoFailures.MeansKnownId(known))
            {
                // It has ended, or another worker recorded it in the same moment.
                return await MoveAsync(isOpen, begin, isUpsert: false, cancellation);
            }
        },
        cancellation);

    public Task<bool> EndAsync(JobEnd outcome, CancellationToken cancellation) => database.RunAsync(
        async cancellation =>
        {
            var isThatAttempt = HasId(outcome.JobId) & Is(JobStatuses.Running) & Where.Eq(job => job.Attempts, outcome.Attempt);
            return (await database.Jobs.UpdateOneAsync(isThatAttempt, JobUpdates.End(outcome), cancellationToken: cancellation)).MatchedCount > 0;
        },
        cancellation);

    public Task<JobRecord?> CancelAsync(Guid jobId, DateTimeOffset now, CancellationToken cancellation) => database.RunAsync(
        async cancellation =>
        {
            var cancel = JobUpdates.Cancel(now);
            return await MoveAsync(HasId(jobId) & Is(JobStatuses.Queued), cancel, isUpsert: false, cancellation)
                ?? await MoveAsync(HasId(jobId) & Is(JobStatuses.Running), JobUpdates.AskToCancel, isUpsert: false, cancellation)
                // Its worker may have given it back between the two.
                ?? await MoveAsync(HasId(jobId) & Is(JobStatuses.Queued), cancel, isUpsert: false, cancellation);
        },
        cancellation);

    public Task<IReadOnlyList<AgedRecord>> FindEndedBeforeAsync(DateTimeOffset time, int limit, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        // No job ends before it is asked for, so that the index of the times when they were asked for serves.
        var isOld = Where.Lt(job => job.CreatedAt, time.ToMongo()) & Where.Lt(job => job.FinishedAt, time.ToMongo());
        return database.RunAsync<IReadOnlyList<AgedRecord>>(
            async cancellation =>
            {
                var found = await database.Jobs.Find(isOld).Sort(Newest<StoredJob>.Last).Limit(limit).Project(Head).ToListAsync(cancellation);
                return [.. found.Select(job => new AgedRecord(job.JobId, job.Image is { } image ? [image] : []))];
            },
            cancellation);
    }

    public Task<int> DeleteEndedAsync(IReadOnlyCollection<Guid> jobIds, CancellationToken cancellation) => database.RunAsync(
        async cancellation => (int)(await database.Jobs.DeleteManyAsync(Where.In(job => job.JobId, jobIds) & Where.Not(IsOpen), cancellation)).DeletedCount,
        cancellation);

    public Task<IReadOnlySet<string>> FindObjectsInUseAsync(IReadOnlyCollection<string> objects, CancellationToken cancellation) => database.RunAsync<IReadOnlySet<string>>(
        async cancellation =>
        {
            var found = await database.Jobs.Find(Where.In(job => job.Image, objects)).Project(Head).ToListAsync(cancellation);
            return found.Select(job => job.Image).OfType<string>().ToHashSet(StringComparer.Ordinal);
        },
        cancellation);

    async Task<JobRecord?> MoveAsync(FilterDefinition<StoredJob> from, UpdateDefinition<StoredJob> update, bool isUpsert, CancellationToken cancellation)
    {
        StoredJob? moved = await database.Jobs.FindOneAndUpdateAsync(from, update, new() { IsUpsert = isUpsert, ReturnDocument = ReturnDocument.After }, cancellation);
        return moved?.ToRecord();
    }

    Task<long> CountAsync(string status, CancellationToken cancellation) => database.Jobs.CountDocumentsAsync(Is(status), cancellationToken: cancellation);

    static FilterDefinition<StoredJob> HasId(Guid jobId) => Where.Eq(job => job.JobId, jobId);

    static FilterDefinition<StoredJob> Is(string status) => Where.Eq(job => job.Status, status);
}
