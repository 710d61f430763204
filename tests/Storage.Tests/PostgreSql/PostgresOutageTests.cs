using AspireMl.Storage.Documents.PostgreSql;
using AspireMl.Storage.Tests.Documents;
using AspireMl.Testing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AspireMl.Storage.Tests.PostgreSql;

/// <summary>A server of its own, because these tests kill it.</summary>
public sealed class PostgresOutageTests : IAsyncLifetime
{
    PostgresServer _server = null!;

    public async Task InitializeAsync() => _server = await PostgresServer.StartNewAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_killed_server_is_unavailable_and_a_restarted_one_is_used_again()
    {
        await using var database = Databases.Open(await _server.CreateDatabaseAsync());
        var store = new PostgresInferenceStore(database);
        var health = new StoreHealthCheck(database.PingAsync);
        var record = SampleInferences.Create();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(second => store.RecordAsync([SampleInferences.Create(second)], default)));

        await _server.KillAsync();
        await Assert.ThrowsAsync<StorageUnavailableException>(() => store.RecordAsync([record], default));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => store.ListAsync(new(), default));
        Assert.Equal(HealthStatus.Unhealthy, (await CheckAsync(health)).Status);

        await _server.StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => store.RecordAsync([record], default)));
        Assert.Equal(9, (await store.ListAsync(new(), default)).Items.Count);
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(health)).Status);
    }

    [Fact]
    public async Task Connections_broken_by_a_restart_are_replaced_without_an_error()
    {
        await using var database = Databases.Open(await _server.CreateDatabaseAsync());
        var store = new PostgresInferenceStore(database);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(second => store.RecordAsync([SampleInferences.Create(second)], default)));

        await _server.KillAsync();
        await _server.StartAsync();

        Assert.Equal(8, (await store.ListAsync(new(), default)).Items.Count);
    }

    [Fact]
    public async Task Connections_of_a_library_are_replaced_with_those_of_the_service()
    {
        await using var database = Databases.Open(await _server.CreateDatabaseAsync());
        await using var lent = database.CreateSource();
        await database.PingAsync(default);
        await using (await lent.OpenConnectionAsync())
        await using (await lent.OpenConnectionAsync())
        {
            // Both are in the pool afterwards.
        }

        await _server.KillAsync();
        await _server.StartAsync();
        await database.PingAsync(default);

        await using var command = lent.CreateCommand("select 1");
        Assert.Equal(1, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task A_database_that_appears_later_is_migrated_then()
    {
        var connectionString = await _server.CreateDatabaseAsync();
        await _server.StopAsync();
        await using var database = Databases.Open(connectionString);
        var store = new PostgresInferenceStore(database);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => store.ListAsync(new(), default));

        await _server.StartAsync();

        Assert.Empty((await store.ListAsync(new(), default)).Items);
    }

    static Task<HealthCheckResult> CheckAsync(StoreHealthCheck check) =>
        check.CheckHealthAsync(new() { Registration = new("database", check, HealthStatus.Unhealthy, null) });
}
