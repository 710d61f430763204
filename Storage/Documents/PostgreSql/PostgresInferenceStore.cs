using AspireMl.Contracts.Documents;
using AspireMl.Contracts.Inferences;
using AspireMl.Contracts.Paging;
using AspireMl.Storage.PostgreSql;
using AspireMl.Storage.Retention;
using AspireMl.Storage.Retention.PostgreSql;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace AspireMl.Storage.Documents.PostgreSql;

/// <summary>Inferences as JSONB documents with the columns that lists filter and order by.</summary>
sealed class PostgresInferenceStore(PostgresDatabase database) : IInferenceStore
{
    const string Insert =
        """
        insert into inferences (inference_id, created_at, task, model, version, input_hash, document, detail)
        select * from unnest($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (inference_id) do nothing
        """;

    const string SelectOne =
        "select document::text, detail::text, feedback::text from inferences where inference_id = @inferenceId";

    const string SelectPage =
        """
        select document::text, null as detail, feedback::text from inferences
        where (@model is null or model = @model) and (@task is null or task = @task)
          and (@from is null or created_at >= @from) and (@to is null or created_at < @to)
          and (@verdict is null or verdict = @verdict)
          and (@afterTime is null or (created_at, inference_id) < (@afterTime, @afterId))
        order by created_at desc, inference_id desc
        limit @limit
        """;

    internal const string SelectOld =
        """
        select inference_id as "Id", array_remove(array[input_hash, document ->> 'heatmap'], null) as "Objects" from inferences
        where created_at < @time
        order by created_at, inference_id
        limit @limit
        """;

    const string Delete = "delete from inferences where inference_id = any(@ids)";

    internal const string SelectInUse =
        """
        select input_hash from inferences where input_hash = any(@objects)
        union
        select document ->> 'heatmap' from inferences where document ->> 'heatmap' = any(@objects)
        """;

    public Task RecordAsync(IReadOnlyList<InferenceRecord> records, CancellationToken cancellation)
    {
        // The column keeps microseconds; the document must say the same time, or a cursor made of it would skip rows.
        InferenceRecord[] rows = [.. records.Select(record => record with { CreatedAt = record.CreatedAt.ToWholeMicroseconds() })];
        return database.RunAsync(
            async (connection, cancellation) =>
            {
                await using var command = new NpgsqlCommand(Insert, connection);
                Add(NpgsqlDbType.Uuid, record => record.InferenceId);
                Add(NpgsqlDbType.TimestampTz, record => record.CreatedAt);
                Add(NpgsqlDbType.Text, record => record.Task);
                Add(NpgsqlDbType.Text, record => record.Model.Name);
                Add(NpgsqlDbType.Text, record => record.Model.Version);
                Add(NpgsqlDbType.Text, record => record.InputHash);
                Add(NpgsqlDbType.Jsonb, InferenceJson.WriteDocument);
                Add(NpgsqlDbType.Jsonb, InferenceJson.WriteDetail);
                return await command.ExecuteNonQueryAsync(cancellation);

                void Add<T>(NpgsqlDbType type, Func<InferenceRecord, T> column) =>
                    command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | type, Value = rows.Select(column).ToArray() });
            },
            cancellation);
    }

    public Task<InferenceRecord?> FindAsync(Guid inferenceId, CancellationToken cancellation) =>
        database.RunAsync(
            async (connection, cancellation) =>
                (await connection.QuerySingleOrDefaultAsync<Row>(new(SelectOne, new { inferenceId }, cancellationToken: cancellation)))?.ToRecord(),
            cancellation);

    public Task<Page<InferenceRecord>> ListAsync(InferenceFilter filter, CancellationToken cancellation)
    {
        var arguments = InferenceFilterArguments.Of(filter);
        return database.RunAsync(
            async (connection, cancellation) =>
            {
                // One more than asked for tells whether there is a next page.
                var rows = (await connection.QueryAsync<Row>(new(SelectPage, arguments, cancellationToken: cancellation))).AsList();
                return Page.Of<InferenceRecord>([.. rows.Select(row => row.ToRecord())], filter.Limit, record => new(record.CreatedAt, record.InferenceId));
            },
            cancellation);
    }

    public Task<ModelVersion?> AddFeedbackAsync(FeedbackEntry entry, CancellationToken cancellation) =>
        database.RunAsync((connection, cancellation) => FeedbackStatements.Answers.AddAsync(connection, entry, cancellation), cancellation);

    public Task<IReadOnlyList<Feedback>> ListFeedbackAsync(Guid inferenceId, CancellationToken cancellation) =>
        database.RunAsync((connection, cancellation) => FeedbackStatements.Answers.ListAsync(connection, inferenceId, cancellation), cancellation);

    public Task<IReadOnlyList<AgedRecord>> FindBeforeAsync(DateTimeOffset time, int limit, CancellationToken cancellation) =>
        AgedRecords.FindAsync(database, SelectOld, time, limit, cancellation);

    public Task<int> DeleteAsync(IReadOnlyCollection<Guid> inferenceIds, CancellationToken cancellation) =>
        AgedRecords.DeleteAsync(database, Delete, inferenceIds, cancellation);

    public Task<IReadOnlySet<string>> FindObjectsInUseAsync(IReadOnlyCollection<string> objects, CancellationToken cancellation) =>
        AgedRecords.FindInUseAsync(database, SelectInUse, objects, cancellation);

    sealed record Row(string Document, string? Detail, string? Feedback)
    {
        public InferenceRecord ToRecord() => InferenceJson.Read(Document, Detail, Feedback);
    }
}
