using Microsoft.Extensions.Logging;
using Npgsql;

namespace AspireMl.Storage.PostgreSql;

/// <summary>Brings the schema up to date with the numbered SQL files of this assembly, each in order and once.</summary>
sealed partial class PostgresMigrations(ILogger<PostgresMigrations> logger)
{
    // Any number does, as long as every version of every service asks for the same one.
    const long AdvisoryLock = 0x41737069_72654D4C;

    const string CreateTable =
        """
        create table if not exists schema_migrations (
            version int primary key,
            name text not null,
            applied_at timestamptz not null default now())
        """;

    static readonly IReadOnlyList<Migration> Known = Migration.ReadAll();

    /// <summary>Applies what is missing. Services that start together wait for each other.</summary>
    /// <exception cref="InvalidOperationException">The schema is newer than this version of the program knows.</exception>
    public async Task ApplyAsync(NpgsqlDataSource source, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await ExecuteAsync(connection, $"select pg_advisory_xact_lock({AdvisoryLock})", cancellation);
        await ExecuteAsync(connection, CreateTable, cancellation);

        var current = await CurrentVersionAsync(connection, cancellation);
        if (current > Known[^1].Version)
        {
            throw new InvalidOperationException(
                $"The database has schema version {current}, but this program knows versions up to {Known[^1].Version}. Start the newer program, or give this one a database of its own.");
        }

        foreach (var migration in Known.Where(migration => migration.Version > current))
        {
            await ExecuteAsync(connection, migration.Sql, cancellation);
            await using var insert = new NpgsqlCommand("insert into schema_migrations (version, name) values ($1, $2)", connection)
            {
                Parameters = { new() { Value = migration.Version }, new() { Value = migration.Name } },
            };
            await insert.ExecuteNonQueryAsync(cancellation);
            LogApplied(migration.Version, migration.Name);
        }

        await transaction.CommitAsync(cancellation);
    }

    static async Task<int> CurrentVersionAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select coalesce(max(version), 0) from schema_migrations", connection);
        return (int)(await command.ExecuteScalarAsync(cancellation))!;
    }

    static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Applied migration {Version} ({Name}) to the database")]
    partial void LogApplied(int version, string name);
}
