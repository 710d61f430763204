using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace AspireMl.Storage.Datasets.PostgreSql;

/// <summary>Adds rows by COPY, past those that are there already.</summary>
static class RowInsertion
{
    // Batches of one dataset wait for each other, so that two labels of one inference cannot both be the last.
    const string Lock = "select revision from datasets where dataset_id = @Id for update";

    const string Stage =
        "create temporary table staged_rows (at timestamptz, row_id uuid, inference_id uuid, features float8[], target float8) on commit drop";

    const string Copy = "copy staged_rows (at, row_id, inference_id, features, target) from stdin (format binary)";

    const string DeleteEarlierLabels =
        """
        delete from dataset_rows earlier using staged_rows staged
        where earlier.dataset_id = @Id and earlier.inference_id = staged.inference_id
          and (earlier.row_id, earlier.split) <> (staged.row_id, @split)
        """;

    const string Insert =
        """
        insert into dataset_rows (dataset_id, split, at, row_id, inference_id, features, target)
        select @Id, @split, at, row_id, inference_id, features, target from staged_rows
        on conflict do nothing
        """;

    public static async Task<AddedRows> RunAsync(
        NpgsqlConnection connection, Dataset dataset, string split, IReadOnlyCollection<DatasetRow> rows, CancellationToken cancellation)
    {
        var arguments = new { dataset.Id, split };
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await connection.ExecuteScalarAsync<int>(new(Lock, arguments, cancellationToken: cancellation)) != dataset.Revision)
        {
            throw new DatasetChangedException();
        }

        await connection.ExecuteAsync(new(Stage, cancellationToken: cancellation));
        await CopyAsync(connection, LastLabels(rows), cancellation);
        if (rows.Any(row => row.InferenceId is not null))
        {
            await connection.ExecuteAsync(new(DeleteEarlierLabels, arguments, cancellationToken: cancellation));
        }

        var inserted = await connection.ExecuteAsync(new(Insert, arguments, cancellationToken: cancellation));
        await transaction.CommitAsync(cancellation);
        return new(inserted, rows.Count - inserted);
    }

    // The first of its group in the reversed order is the one that was added last.
    static IEnumerable<DatasetRow> LastLabels(IReadOnlyCollection<DatasetRow> rows) =>
        rows.All(row => row.InferenceId is null) ? rows : rows.Reverse().DistinctBy(row => row.InferenceId ?? row.RowId);

    static async Task CopyAsync(NpgsqlConnection connection, IEnumerable<DatasetRow> rows, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync(Copy, cancellation);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellation);
            await copy.WriteAsync(row.At.UtcDateTime, NpgsqlDbType.TimestampTz, cancellation);
            await copy.WriteAsync(row.RowId, NpgsqlDbType.Uuid, cancellation);
            await WriteAsync(copy, row.InferenceId, cancellation);
            await copy.WriteAsync(row.Features, NpgsqlDbType.Array | NpgsqlDbType.Double, cancellation);
            await copy.WriteAsync(row.Target, NpgsqlDbType.Double, cancellation);
        }

        await copy.CompleteAsync(cancellation);
    }

    static Task WriteAsync(NpgsqlBinaryImporter copy, Guid? id, CancellationToken cancellation) =>
        id is { } known ? copy.WriteAsync(known, NpgsqlDbType.Uuid, cancellation) : copy.WriteNullAsync(cancellation);
}
