using AspireMl.Storage.PostgreSql;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace AspireMl.Storage.Tests.PostgreSql;

[Collection(SharedPostgres.Name)]
public sealed class PostgresMigrationsTests(PostgresFixture fixture)
{
    readonly PostgresMigrations _migrations = new(NullLogger<PostgresMigrations>.Instance);

    [Fact]
    public async Task Services_that_start_together_apply_each_step_once()
    {
        await using var source = NpgsqlDataSource.Create(await fixture.Server.CreateDatabaseAsync());

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _migrations.ApplyAsync(source, default)));
        await _migrations.ApplyAsync(source, default);

        var versions = await ScalarAsync(source, "select array_agg(version order by version) from schema_migrations");
        Assert.Equal(Migration.ReadAll().Select(migration => migration.Version), (int[])versions);
    }

    [Fact]
    public async Task A_schema_of_a_newer_program_is_refused_with_a_sentence()
    {
        await using var source = NpgsqlDataSource.Create(await fixture.Server.CreateDatabaseAsync());
        await _migrations.ApplyAsync(source, default);
        await ScalarAsync(source, "insert into schema_migrations values (9999, 'later') returning version");

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => _migrations.ApplyAsync(source, default));
        Assert.Contains("9999", failure.Message, StringComparison.Ordinal);
    }

    static async Task<object> ScalarAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (await command.ExecuteScalarAsync())!;
    }
}
