using System.Text.Json;
using AspireMl.Contracts.Jobs;
using AspireMl.Storage.Jobs;
using AspireMl.Storage.Jobs.PostgreSql;
using AspireMl.Storage.PostgreSql;
using AspireMl.Storage.Tests.PostgreSql;

namespace AspireMl.Storage.Tests.Jobs;

[Collection(SharedPostgres.Name)]
public sealed class PostgresJobStoreTests(PostgresFixture fixture) : JobStoreContract
{
    PostgresDatabase? _database;

    protected override async Task<IJobStore> CreateAsync()
    {
        _database = Databases.Open(await fixture.Server.CreateDatabaseAsync());
        return new PostgresJobStore(_database);
    }

    public override async Task DisposeAsync() => await (_database?.DisposeAsync() ?? ValueTask.CompletedTask);

    [Fact]
    public async Task A_job_that_the_database_refuses_does_not_take_the_others_with_it()
    {
        var job = await AddAsync();
        JobRecord[] jobs = [.. Enumerable.Range(0, 50).Select(number => job with
        {
            JobId = Guid.CreateVersion7(),
            // A text that PostgreSQL cannot keep.
            Payload = JsonElement.Parse(number == 25 ? "{\"x\":\"\\u0000\"}" : "{}"),
        })];

        var begun = await Task.WhenAll(jobs.Select(async one =>
        {
            try
            {
                return await Store.BeginAsync(one, "worker-1", Start, default) is not null;
            }
            catch (ArgumentException)
            {
                return false;
            }
        }));

        Assert.Equal(Enumerable.Range(0, 50).Select(number => number != 25), begun);
    }
}
