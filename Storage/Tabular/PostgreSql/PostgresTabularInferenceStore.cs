using System.Data.Common;
using AspireMl.Contracts.Documents;
using AspireMl.Contracts.Models;
using AspireMl.Contracts.Paging;
using AspireMl.Storage.Documents;
using AspireMl.Storage.Documents.PostgreSql;
using AspireMl.Storage.Histories;
using AspireMl.Storage.Histories.PostgreSql;
using AspireMl.Storage.PostgreSql;
using Dapper;

namespace AspireMl.Storage.Tabular.PostgreSql;

/// <summary>Answered rows in a table.</summary>
sealed class PostgresTabularInferenceStore(PostgresDatabase database) : ITabularInferenceStore
{
    const int PageRows = 5000;

    const string Columns = $"{TabularCopy.Columns}, feedback";

    // The newest rows of each model come from the index, whatever else is asked.
    static readonly string SelectPage =
        $"""
        {HistoryModels.Of(TabularCopy.Table)}
        select newest.* from models cross join lateral (
            select {Columns} from {TabularCopy.Table} answered
            where answered.model = models.model
              and (@task is null or (probabilities is null) = (@task = '{ModelTasks.TabularRegression}'))
              and (@from is null or created_at >= @from) and (@to is null or created_at < @to)
              and (@verdict is null or verdict = @verdict)
              and (@afterTime is null or (created_at, inference_id) < (@afterTime, @afterId))
            order by created_at desc, inference_id desc
            limit @limit
        ) newest
        where @model is null or models.model = @model
        order by created_at desc, inference_id desc
        limit @limit
        """;

    readonly HistoryTable<TabularInference> _table = new(database, TabularCopy.Table, Columns, PageRows, ReadInference);

    public async Task RecordAsync(IReadOnlyList<TabularBatch> batches, CancellationToken cancellation)
    {
        foreach (var batch in batches)
        {
            Check(batch);
        }

        await database.RunAsync((connection, cancellation) => TabularCopy.WriteAsync(connection, batches, cancellation), cancellation);
    }

    public IAsyncEnumerable<TabularInference> ReadAsync(HistoryFilter filter, CancellationToken cancellation = default) => _table.ReadAsync(filter, cancellation);

    public Task<long> CountAsync(HistoryFilter filter, CancellationToken cancellation) => _table.CountAsync(filter, cancellation);

    public Task<IReadOnlyList<TabularInference>> FindAsync(IReadOnlyCollection<Guid> inferenceIds, CancellationToken cancellation) =>
        _table.FindAsync(inferenceIds, cancellation);

    public Task<IReadOnlySet<Guid>> FindKnownAsync(string model, IReadOnlyCollection<Guid> inferenceIds, CancellationToken cancellation) =>
        _table.FindKnownAsync(model, inferenceIds, cancellation);

    public Task<Page<TabularInference>> ListAsync(InferenceFilter filter, CancellationToken cancellation)
    {
        var arguments = InferenceFilterArguments.Of(filter);
        return database.RunAsync(
            async (connection, cancellation) =>
            {
                await using var reader = (DbDataReader)await connection.ExecuteReaderAsync(new(SelectPage, arguments, cancellationToken: cancellation));
                var rows = new List<TabularInference>();
                while (await reader.ReadAsync(cancellation))
                {
                    rows.Add(ReadInference(reader));
                }

                return Page.Of(rows, filter.Limit, row => new(row.CreatedAt, row.InferenceId));
            },
            cancellation);
    }

    public Task<ModelVersion?> AddFeedbackAsync(FeedbackEntry entry, CancellationToken cancellation) =>
        database.RunAsync((connection, cancellation) => FeedbackStatements.Rows.AddAsync(connection, entry, cancellation), cancellation);

    public Task<int> DeleteBeforeAsync(DateTimeOffset time, int limit, CancellationToken cancellation) => _table.DeleteBeforeAsync(time, limit, cancellation);

    static TabularInference ReadInference(DbDataReader reader) => new(
        reader.GetGuid(0),
        reader.GetFieldValue<DateTimeOffset>(1),
        reader.GetString(2),
        reader.GetString(3),
        reader.GetFieldValue<float[]>(4),
        reader.GetFloat(5),
        reader.IsDBNull(6) ? null : reader.GetFieldValue<float[]>(6))
    {
        Feedback = reader.IsDBNull(7) ? null : InferenceJson.ReadFeedback(reader.GetString(7)),
    };

    static void Check(TabularBatch batch)
    {
        var rows = batch.Ids.Count;
        if (batch.Predictions.Length != rows || (rows == 0 ? batch.Features.Length + batch.Probabilities.Length > 0 : batch.Features.Length % rows + batch.Probabilities.Length % rows > 0))
        {
            throw new ArgumentException($"A batch of {rows} rows has {batch.Predictions.Length} predictions, {batch.Features.Length} features and {batch.Probabilities.Length} probabilities.", nameof(batch));
        }
    }
}
