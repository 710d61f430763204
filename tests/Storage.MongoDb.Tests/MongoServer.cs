using MongoDB.Driver;

namespace AspireMl.Storage.MongoDb.Tests;

/// <summary>The server that <c>ConnectionStrings__documents</c> points at, with a database for each test that is dropped after it.</summary>
sealed class MongoServer : IAsyncDisposable
{
    readonly MongoClient _client;
    readonly string _name = $"test-{Guid.NewGuid():N}";

    MongoServer(MongoClient client)
    {
        _client = client;
        Documents = new(client.GetDatabase(_name));
    }

    /// <summary>Null when the tests are to be skipped.</summary>
    public static string? ConnectionString { get; } =
        Environment.GetEnvironmentVariable("ConnectionStrings__documents") is { Length: > 0 } given ? given : null;

    public MongoDocumentDatabase Documents { get; }

    public static MongoServer Open()
    {
        var settings = MongoClientSettings.FromConnectionString(ConnectionString);
        // A server that is not there fails the tests soon.
        settings.ServerSelectionTimeout = TimeSpan.FromSeconds(5);
        return new(new MongoClient(settings));
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DropDatabaseAsync(_name);
        _client.Dispose();
    }
}
