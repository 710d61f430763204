using AspireMl.Storage.Jobs;
using AspireMl.Storage.MongoDb.Jobs;
using AspireMl.Storage.Tests.Jobs;

namespace AspireMl.Storage.MongoDb.Tests.Jobs;

public sealed class MongoJobStoreTests : JobStoreContract
{
    readonly MongoServer _server = MongoServer.Open();

    protected override Task<IJobStore> CreateAsync() => Task.FromResult<IJobStore>(new MongoJobStore(_server.Documents));

    public override async Task DisposeAsync() => await _server.DisposeAsync();
}
