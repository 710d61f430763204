using Npgsql;

namespace AspireMl.Storage.Histories.PostgreSql;

/// <summary>Writes rows by COPY into a table whose key is inference_id; rows that are there already stay as they are.</summary>
/// <param name="table">The table's name.</param>
/// <param name="columns">The columns that are written, separated by commas.</param>
sealed class HistoryCopy(string table, string columns)
{
    const string Staging = "staged_inferences";

    /// <summary>Writes all rows, or none.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="write">Writes the rows; called twice when one of them is there already.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task WriteAsync(NpgsqlConnection connection, Func<NpgsqlBinaryImporter, CancellationToken, Task> write, CancellationToken cancellation)
    {
        try
        {
            // Ids are new but when a write is repeated, and copying twice is for that rare case only.
            await CopyAsync(connection, table, write, cancellation);
        }
        catch (PostgresException known) when (known.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            await MergeAsync(connection, write, cancellation);
        }
    }

    async Task MergeAsync(NpgsqlConnection connection, Func<NpgsqlBinaryImporter, CancellationToken, Task> write, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await ExecuteAsync(connection, $"create temporary table {Staging} (like {table}) on commit drop", cancellation);
        await CopyAsync(connection, Staging, write, cancellation);
        await ExecuteAsync(connection, $"insert into {table} ({columns}) select {columns} from {Staging} on conflict (inference_id) do nothing", cancellation);
        await transaction.CommitAsync(cancellation);
    }

    async Task CopyAsync(NpgsqlConnection connection, string target, Func<NpgsqlBinaryImporter, CancellationToken, Task> write, CancellationToken cancellation)
    {
        await using var importer = await connection.BeginBinaryImportAsync($"copy {target} ({columns}) from stdin (format binary)", cancellation);
        await write(importer, cancellation);
        await importer.CompleteAsync(cancellation);
    }

    static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
