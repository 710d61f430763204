using AspireMl.Storage.MongoDb.Documents;
using MongoDB.Driver;

namespace AspireMl.Storage.MongoDb.Tests;

public sealed class MongoOutageTests
{
    // This one needs no server.
    [Xunit.Fact]
    public async Task A_server_that_is_away_is_said_to_be_unavailable()
    {
        var settings = MongoClientSettings.FromConnectionString("mongodb://localhost:1/aspireml");
        settings.ServerSelectionTimeout = TimeSpan.FromMilliseconds(100);
        using var client = new MongoClient(settings);
        var store = new MongoInferenceStore(new(client.GetDatabase("aspireml")));

        await Assert.ThrowsAsync<StorageUnavailableException>(() => store.ListAsync(new(), default));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => store.RecordAsync([Storage.Tests.Documents.SampleInferences.Create()], default));
    }
}
