using System.Runtime.CompilerServices;
using AspireMl.Contracts.Paging;
using AspireMl.Storage.PostgreSql;
using Npgsql;
using NpgsqlTypes;

namespace AspireMl.Storage.Datasets.PostgreSql;

/// <summary>Reads and removes rows by range, along the table's key.</summary>
static class RowQueries
{
    const int RowsAtOnce = 5000;

    const string Columns = "r.row_id, r.at, r.inference_id, r.features, r.target";

    const string InRange =
        """
        d.name = $1 and r.dataset_id = d.dataset_id
          and r.split = $2 and ($3 is null or r.at >= $3) and ($4 is null or r.at < $4)
        """;

    const string Newest =
        $"""
        select {Columns} from datasets d, dataset_rows r
        where {InRange} and ($5 is null or (r.at, r.row_id) < ($5, $6))
        order by r.at desc, r.row_id desc limit $7
        """;

    const string Oldest =
        $"""
        select {Columns} from datasets d, dataset_rows r
        where {InRange} and ($5 is null or (r.at, r.row_id) > ($5, $6))
        order by r.at, r.row_id limit $7
        """;

    const string Delete = $"delete from dataset_rows r using datasets d where {InRange}";

    public static async IAsyncEnumerable<DatasetRow> ReadAsync(
        PostgresDatabase database, DatasetRange range, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (DatasetRow? last = null; ;)
        {
            var after = last;
            var rows = await database.RunAsync((connection, cancellation) => SelectAsync(connection, Oldest, range, after is null ? null : Place(after), RowsAtOnce, cancellation), cancellation);
            foreach (var row in rows)
            {
                yield return row;
            }

            if (rows.Count < RowsAtOnce)
            {
                yield break;
            }

            last = rows[^1];
        }
    }

    public static async Task<Page<DatasetRow>> ListAsync(
        NpgsqlConnection connection, DatasetRange range, PageCursor? after, int limit, CancellationToken cancellation) =>
        // One more than asked for tells whether there is a next page.
        Page.Of(await SelectAsync(connection, Newest, range, after, limit + 1, cancellation), limit, Place);

    /// <summary>The newest rows, oldest first.</summary>
    public static async Task<IReadOnlyList<DatasetRow>> NewestAsync(NpgsqlConnection connection, DatasetRange range, int most, CancellationToken cancellation)
    {
        var rows = await SelectAsync(connection, Newest, range, null, most, cancellation);
        rows.Reverse();
        return rows;
    }

    public static async Task<long> DeleteAsync(NpgsqlConnection connection, DatasetRange range, CancellationToken cancellation)
    {
        await using var command = Command(connection, Delete, range);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    static async Task<List<DatasetRow>> SelectAsync(
        NpgsqlConnection connection, string sql, DatasetRange range, PageCursor? after, int limit, CancellationToken cancellation)
    {
        await using var command = Command(connection, sql, range);
        Add(command, NpgsqlDbType.TimestampTz, after?.CreatedAt.UtcDateTime);
        Add(command, NpgsqlDbType.Uuid, after?.Id);
        Add(command, NpgsqlDbType.Integer, limit);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<DatasetRow> rows = [];
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(new(
                reader.GetGuid(0),
                new(reader.GetDateTime(1), TimeSpan.Zero),
                reader.IsDBNull(2) ? null : reader.GetGuid(2),
                reader.GetFieldValue<double[]>(3),
                reader.GetDouble(4)));
        }

        return rows;
    }

    static PageCursor Place(DatasetRow row) => new(row.At, row.RowId);

    static NpgsqlCommand Command(NpgsqlConnection connection, string sql, DatasetRange range)
    {
        var command = new NpgsqlCommand(sql, connection);
        Add(command, NpgsqlDbType.Text, range.Dataset);
        Add(command, NpgsqlDbType.Text, range.Split);
        Add(command, NpgsqlDbType.TimestampTz, range.From?.UtcDateTime);
        Add(command, NpgsqlDbType.TimestampTz, range.To?.UtcDateTime);
        return command;
    }

    static void Add(NpgsqlCommand command, NpgsqlDbType type, object? value) =>
        command.Parameters.Add(new() { NpgsqlDbType = type, Value = value ?? DBNull.Value });
}
