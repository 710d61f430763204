using AspireMl.Contracts.Paging;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AspireMl.Storage.MongoDb;

/// <summary>Lists of a collection, newest first; those of one moment in the order of their ids.</summary>
static class Newest<T>
{
    /// <summary>The field of the time.</summary>
    public const string CreatedAt = "createdAt";

    const string Id = "_id";

    public static SortDefinition<T> First { get; } = Builders<T>.Sort.Descending(CreatedAt).Descending(Id);

    /// <summary>The other way round, which the same index serves.</summary>
    public static SortDefinition<T> Last { get; } = Builders<T>.Sort.Ascending(CreatedAt).Ascending(Id);

    public static CreateIndexModel<T> Index { get; } = new(Builders<T>.IndexKeys.Descending(CreatedAt).Descending(Id));

    /// <summary>An index for the newest of those with the same value in a field.</summary>
    public static CreateIndexModel<T> IndexBy(string field) => new(Builders<T>.IndexKeys.Ascending(field).Descending(CreatedAt).Descending(Id));

    /// <summary>An index of those that have a field.</summary>
    public static CreateIndexModel<T> SparseIndex(string field) => new(Builders<T>.IndexKeys.Ascending(field), new() { Sparse = true });

    /// <summary>What comes after a place in the list.</summary>
    public static FilterDefinition<T> After(PageCursor place)
    {
        var where = Builders<T>.Filter;
        var (time, id) = (place.CreatedAt.ToMongo(), new BsonBinaryData(place.Id, GuidRepresentation.Standard));
        return where.Lt(CreatedAt, time) | (where.Eq(CreatedAt, time) & where.Lt(Id, id));
    }

    /// <summary>A page of what a filter takes.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="filter">What to take.</param>
    /// <param name="limit">Most items of the page.</param>
    /// <param name="fields">What to read of each.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>One more than the limit, if there is one: it tells that there is a next page.</returns>
    public static async Task<IReadOnlyList<T>> ReadAsync(
        IMongoCollection<T> collection, FilterDefinition<T> filter, int limit, ProjectionDefinition<T, T> fields, CancellationToken cancellation) =>
        await collection.Find(filter).Sort(First).Limit(limit + 1).Project(fields).ToListAsync(cancellation);
}
