using AspireMl.Storage.MongoDb.Documents;
using AspireMl.Storage.MongoDb.Jobs;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AspireMl.Storage.MongoDb;

/// <summary>The database of the documents: makes its indexes before it is first used, and repeats what a broken connection cut off.</summary>
sealed class MongoDocumentDatabase(IMongoDatabase database)
{
    const int Attempts = 2;

    volatile bool _hasIndexes;

    public IMongoCollection<StoredInference> Inferences { get; } = database.GetCollection<StoredInference>("inferences");

    public IMongoCollection<StoredJob> Jobs { get; } = database.GetCollection<StoredJob>("jobs");

    /// <summary>Runs one piece of work, which must be safe to repeat.</summary>
    /// <exception cref="StorageUnavailableException">The server cannot be reached.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await MakeIndexesAsync(cancellation);
                return await work(cancellation);
            }
            catch (MongoConnectionException) when (attempt < Attempts)
            {
                // A restarted server leaves broken connections; the driver has dropped them now.
            }
            catch (Exception failure) when (MongoFailures.MeansUnavailable(failure))
            {
                throw MongoFailures.Unavailable(failure);
            }
        }
    }

    /// <summary>Answers once the database does and has its indexes.</summary>
    public Task PingAsync(CancellationToken cancellation) =>
        RunAsync(cancellation => database.RunCommandAsync<BsonDocument>(new BsonDocument("ping", 1), cancellationToken: cancellation), cancellation);

    // The server leaves indexes that are there as they are, so that services may do this at the same time.
    async Task MakeIndexesAsync(CancellationToken cancellation)
    {
        if (!_hasIndexes)
        {
            await Inferences.Indexes.CreateManyAsync(StoredInference.Indexes, cancellation);
            await Jobs.Indexes.CreateManyAsync(StoredJob.Indexes, cancellation);
            _hasIndexes = true;
        }
    }
}
