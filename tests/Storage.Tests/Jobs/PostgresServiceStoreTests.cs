using AspireMl.Storage.Jobs.PostgreSql;
using AspireMl.Storage.Tests.PostgreSql;

namespace AspireMl.Storage.Tests.Jobs;

[Collection(SharedPostgres.Name)]
public sealed class PostgresServiceStoreTests(PostgresFixture fixture)
{
    [Fact]
    public async Task Services_are_bound_changed_and_forgotten()
    {
        await using var database = Databases.Open(await fixture.Server.CreateDatabaseAsync());
        var store = new PostgresServiceStore(database);
        await store.PutAsync(new("line-a", "roast", "champion"), default);
        await store.PutAsync(new("line-a", "roast", "challenger"), default);

        Assert.Equal([new("line-a", "roast", "challenger")], await store.ListAsync(default));
        Assert.True(await store.DeleteAsync("line-a", default));
        Assert.False(await store.DeleteAsync("line-a", default));
    }
}
