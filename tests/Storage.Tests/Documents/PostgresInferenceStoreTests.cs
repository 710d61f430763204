using AspireMl.Storage.Documents;
using AspireMl.Storage.Documents.PostgreSql;
using AspireMl.Storage.PostgreSql;
using AspireMl.Storage.Tests.PostgreSql;

namespace AspireMl.Storage.Tests.Documents;

[Collection(SharedPostgres.Name)]
public sealed class PostgresInferenceStoreTests(PostgresFixture fixture) : InferenceStoreContract, IAsyncLifetime
{
    PostgresDatabase? _database;

    protected override async Task<IInferenceStore> CreateAsync()
    {
        _database = Databases.Open(await fixture.Server.CreateDatabaseAsync());
        return new PostgresInferenceStore(_database);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await (_database?.DisposeAsync() ?? ValueTask.CompletedTask);
}
