using AspireMl.Contracts.Documents;
using AspireMl.Contracts.Inferences;
using AspireMl.Contracts.Paging;
using AspireMl.Storage.Documents;
using AspireMl.Storage.Retention;
using MongoDB.Driver;

namespace AspireMl.Storage.MongoDb.Documents;

/// <summary>Inferences as documents, each with what people said about it, so that no change needs a transaction.</summary>
sealed class MongoInferenceStore(MongoDocumentDatabase database) : IInferenceStore
{
    static readonly FilterDefinitionBuilder<StoredInference> Where = Builders<StoredInference>.Filter;
    static readonly ProjectionDefinition<StoredInference, StoredInference> WithoutDetail = Builders<StoredInference>.Projection.Exclude(inference => inference.Detail);
    static readonly SortDefinition<StoredWord> LastFirst = Builders<StoredWord>.Sort.Descending(word => word.GivenAt).Descending(word => word.FeedbackId);

    public async Task RecordAsync(IReadOnlyList<InferenceRecord> records, CancellationToken cancellation)
    {
        if (records.Count > 0)
        {
            StoredInference[] inferences = [.. records.Select(StoredInference.Of)];
            await database.RunAsync(cancellation => InsertAsync(inferences, cancellation), cancellation);
        }
    }

    public Task<InferenceRecord?> FindAsync(Guid inferenceId, CancellationToken cancellation) => database.RunAsync(
        async cancellation => (await database.Inferences.Find(HasId(inferenceId)).FirstOrDefaultAsync(cancellation))?.ToRecord(),
        cancellation);

    public Task<Page<InferenceRecord>> ListAsync(InferenceFilter filter, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(filter.Limit, Math.Clamp(filter.Limit, 1, InferenceFilter.MaxLimit));
        return database.RunAsync(
            async cancellation =>
            {
                var found = await Newest<StoredInference>.ReadAsync(database.Inferences, Matching(filter), filter.Limit, WithoutDetail, cancellation);
                return Page.Of<InferenceRecord>([.. found.Select(inference => inference.ToRecord())], filter.Limit, record => new(record.CreatedAt, record.InferenceId));
            },
            cancellation);
    }

    public Task<ModelVersion?> AddFeedbackAsync(FeedbackEntry entry, CancellationToken cancellation)
    {
        var lacksIt = HasId(entry.InferenceId) & Where.Not(Where.ElemMatch(inference => inference.Feedback, word => word.FeedbackId == entry.FeedbackId));
        var addition = Builders<StoredInference>.Update.PushEach(inference => inference.Feedback, [StoredWord.Of(entry)], sort: LastFirst);
        return database.RunAsync(
            async cancellation =>
            {
                await database.Inferences.UpdateOneAsync(lacksIt, addition, cancellationToken: cancellation);
                return (await FindHeadAsync(entry.InferenceId, cancellation))?.ToModelVersion();
            },
            cancellation);
    }

    public Task<IReadOnlyList<Feedback>> ListFeedbackAsync(Guid inferenceId, CancellationToken cancellation) => database.RunAsync<IReadOnlyList<Feedback>>(
        async cancellation => [.. ((await FindHeadAsync(inferenceId, cancellation))?.Feedback ?? []).Reverse().Select(word => word.ToFeedback())],
        cancellation);

    public Task<IReadOnlyList<AgedRecord>> FindBeforeAsync(DateTimeOffset time, int limit, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return database.RunAsync<IReadOnlyList<AgedRecord>>(
            async cancellation =>
            {
                var isOld = Where.Lt(inference => inference.CreatedAt, time.ToMongo());
                var found = await database.Inferences.Find(isOld).Sort(Newest<StoredInference>.Last).Limit(limit).Project(WithoutDetail).ToListAsync(cancellation);
                return [.. found.Select(inference => new AgedRecord(inference.InferenceId, inference.Objects))];
            },
            cancellation);
    }

    public Task<int> DeleteAsync(IReadOnlyCollection<Guid> inferenceIds, CancellationToken cancellation) => database.RunAsync(
        async cancellation => (int)(await database.Inferences.DeleteManyAsync(Where.In(inference => inference.InferenceId, inferenceIds), cancellation)).DeletedCount,
        cancellation);

    public Task<IReadOnlySet<string>> FindObjectsInUseAsync(IReadOnlyCollection<string> objects, CancellationToken cancellation) => database.RunAsync<IReadOnlySet<string>>(
        async cancellation =>
        {
            var refers = Where.In(StoredInference.Image, objects) | Where.In(StoredInference.Heatmap, objects);
            var found = await database.Inferences.Find(refers).Project(WithoutDetail).ToListAsync(cancellation);
            return found.SelectMany(inference => inference.Objects).Intersect(objects).ToHashSet(StringComparer.Ordinal);
        },
        cancellation);

    async Task<bool> InsertAsync(StoredInference[] inferences, CancellationToken cancellation)
    {
        try
        {
            // Unordered, so that an id that is there already does not hold up the others.
            await database.Inferences.InsertManyAsync(inferences, new() { IsOrdered = false }, cancellation);
            return true;
        }
        catch (MongoBulkWriteException known) when (MongoFailures.MeansKnownIds(known))
        {
            return false;
        }
    }

    async Task<StoredInference?> FindHeadAsync(Guid inferenceId, CancellationToken cancellation) =>
        await database.Inferences.Find(HasId(inferenceId)).Project(WithoutDetail).FirstOrDefaultAsync(cancellation);

    static FilterDefinition<StoredInference> HasId(Guid inferenceId) => Where.Eq(inference => inference.InferenceId, inferenceId);

    static FilterDefinition<StoredInference> Matching(InferenceFilter filter) => Where.And(
        filter.Model is { } model ? Where.Eq(inference => inference.ModelName, model) : Where.Empty,
        filter.Task is { } task ? Where.Eq(inference => inference.Task, task) : Where.Empty,
        filter.Verdict is { } verdict ? Where.Eq(StoredInference.LastVerdict, verdict) : Where.Empty,
        filter.From is { } from ? Where.Gte(inference => inference.CreatedAt, from.ToMongo()) : Where.Empty,
        filter.To is { } to ? Where.Lt(inference => inference.CreatedAt, to.ToMongo()) : Where.Empty,
        filter.After is { } after ? Newest<StoredInference>.After(after) : Where.Empty);
}
