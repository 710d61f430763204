using System.Net.Sockets;
using MongoDB.Driver;

namespace AspireMl.Storage.MongoDb;

/// <summary>Tells a server that is away from a command that is wrong, and an id that is there already from both.</summary>
static class MongoFailures
{
    const int DuplicateKeyCode = 11000;

    public static StorageUnavailableException Unavailable(Exception failure) => new("The database of the documents cannot be reached now; try again in a moment.", failure);

    public static bool MeansUnavailable(Exception failure) => failure switch
    {
        MongoConnectionException or MongoConnectionPoolPausedException or MongoWaitQueueFullException => true,
        MongoNotPrimaryException or MongoNodeIsRecoveringException or MongoExecutionTimeoutException => true,
        // It is written, but perhaps not for good.
        MongoWriteConcernException or MongoWriteException { WriteConcernError: not null } or MongoBulkWriteException { WriteConcernError: not null } => true,
        // No server was found in time.
        TimeoutException or SocketException or IOException => true,
        _ => false,
    };

    public static bool MeansKnownId(MongoWriteException failure) => failure.WriteError?.Category == ServerErrorCategory.DuplicateKey;

    public static bool MeansKnownIds(MongoBulkWriteException failure) =>
        failure.WriteConcernError is null && failure.WriteErrors.All(error => error.Category == ServerErrorCategory.DuplicateKey);

    /// <summary>Of a command that finds and updates.</summary>
    public static bool MeansKnownId(MongoCommandException failure) => failure.Code == DuplicateKeyCode;
}
