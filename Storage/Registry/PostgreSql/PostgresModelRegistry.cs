using System.Data;
using System.Text.Json;
using AspireMl.Contracts.Models;
using AspireMl.Contracts.Paging;
using AspireMl.Storage.PostgreSql;
using Dapper;
using Npgsql;

namespace AspireMl.Storage.Registry.PostgreSql;

/// <summary>The registry as rows; triggers notify of changes and keep versions and moves as they are.</summary>
sealed class PostgresModelRegistry(PostgresDatabase database) : IModelRegistry
{
    public Task<RegistryContent> ReadAsync(IReadOnlyCollection<VersionKey> known, CancellationToken cancellation)
    {
        var arguments = new { models = known.Select(key => key.Model).ToArray(), versions = known.Select(key => key.Version).ToArray() };
        return database.RunAsync(
            async (connection, cancellation) =>
            {
                // Aliases first: the version that an alias names is there when the versions are read after it.
                var aliases = await connection.QueryAsync<ModelAlias>(new(RegistryStatements.SelectAliases, cancellationToken: cancellation));
                var versions = await connection.QueryAsync<VersionRow>(new(RegistryStatements.SelectUnknown, arguments, cancellationToken: cancellation));
                return new RegistryContent([.. versions.Select(row => row.ToVersion())], aliases.AsList());
            },
            cancellation);
    }

    public Task<RegisteredVersion?> FindAsync(VersionKey version, CancellationToken cancellation) =>
        database.RunAsync((connection, cancellation) => FindAsync(connection, version, cancellation), cancellation);

    public Task<RegisteredVersion?> AddAsync(RegisteredVersion version, CancellationToken cancellation) => AddAsync(version, null, cancellation);

    public Task<RegisteredVersion?> AddAsync(RegisteredVersion version, AliasChange? named, CancellationToken cancellation)
    {
        var card = version.Card;
        var arguments = new
        {
            card.Name,
            card.Task,
            card.Version,
            version.Package,
            Card = JsonSerializer.Serialize(card, JsonSerializerOptions.Web),
            version.CreatedBy,
        };
        return database.RunAsync(
            async (connection, cancellation) =>
            {
                await using var transaction = await connection.BeginTransactionAsync(cancellation);
                await connection.ExecuteAsync(new(RegistryStatements.InsertModel, arguments, cancellationToken: cancellation));
                await connection.ExecuteAsync(new(RegistryStatements.InsertVersion, arguments, cancellationToken: cancellation));
                var registered = await FindAsync(connection, version.Key, cancellation);
                if (named is not null && registered?.Package == version.Package)
                {
                    await MoveAsync(connection, named, cancellation);
                }

                await transaction.CommitAsync(cancellation);
                return registered?.Card.Task == card.Task ? registered : null;
            },
            cancellation);
    }

    public Task<AliasMove?> MoveAsync(AliasChange change, CancellationToken cancellation) => database.RunAsync(
        async (connection, cancellation) =>
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            var move = await MoveAsync(connection, change, cancellation);
            await transaction.CommitAsync(cancellation);
            return move?.ToMove();
        },
        cancellation);

    public Task<Page<AliasMove>> ListMovesAsync(AliasMoveFilter filter, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(filter.Limit, Math.Clamp(filter.Limit, 1, AliasMoveFilter.MaxLimit));
        var arguments = new DynamicParameters();
        arguments.Add("model", filter.Model);
        arguments.Add("alias", filter.Alias, DbType.String);
        arguments.Add("at", filter.At?.UtcDateTime, DbType.DateTime);
        arguments.Add("afterTime", filter.After?.CreatedAt.UtcDateTime, DbType.DateTime);
        arguments.Add("afterId", filter.After?.Id, DbType.Guid);
        // One more than asked for tells whether there is a next page.
        arguments.Add("limit", filter.Limit + 1);
        return database.RunAsync(
            async (connection, cancellation) =>
            {
                var rows = (await connection.QueryAsync<MoveRow>(new(RegistryStatements.SelectMoves, arguments, cancellationToken: cancellation))).AsList();
                return Page.Of<AliasMove>([.. rows.Select(row => row.ToMove())], filter.Limit, move => new(move.MovedAt, move.MoveId));
            },
            cancellation);
    }

    public Task ListenAsync(Action changed, CancellationToken cancellation) =>
        database.ListenAsync(RegistryStatements.Channel, changed, _ => changed(), cancellation);

    static async Task<MoveRow?> MoveAsync(NpgsqlConnection connection, AliasChange change, CancellationToken cancellation)
    {
        var arguments = new DynamicParameters(change);
        arguments.Add("moveId", Guid.CreateVersion7());
        await connection.ExecuteAsync(new(RegistryStatements.Lock, arguments, cancellationToken: cancellation));
        return await QueryAsync(RegistryStatements.MoveAlias) ?? await QueryAsync(RegistryStatements.SelectLastMove);

        Task<MoveRow?> QueryAsync(string sql) => connection.QuerySingleOrDefaultAsync<MoveRow>(new(sql, arguments, cancellationToken: cancellation));
    }

    static async Task<RegisteredVersion?> FindAsync(NpgsqlConnection connection, VersionKey version, CancellationToken cancellation) =>
        (await connection.QuerySingleOrDefaultAsync<VersionRow>(
            new(RegistryStatements.SelectOne, new { version.Model, version.Version }, cancellationToken: cancellation)))?.ToVersion();
}
