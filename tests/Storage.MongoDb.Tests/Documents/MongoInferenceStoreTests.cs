using AspireMl.Storage.Documents;
using AspireMl.Storage.MongoDb.Documents;
using AspireMl.Storage.Tests.Documents;

namespace AspireMl.Storage.MongoDb.Tests.Documents;

public sealed class MongoInferenceStoreTests : InferenceStoreContract, IAsyncLifetime
{
    readonly MongoServer _server = MongoServer.Open();

    protected override Task<IInferenceStore> CreateAsync() => Task.FromResult<IInferenceStore>(new MongoInferenceStore(_server.Documents));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _server.DisposeAsync();
}
