using System.Text.Json;
using AspireMl.Contracts.Datasets;
using AspireMl.Contracts.Paging;
using AspireMl.Storage.PostgreSql;
using Dapper;

namespace AspireMl.Storage.Datasets.PostgreSql;

/// <summary>Datasets as rows with a JSONB schema, and their rows in one table for all.</summary>
sealed class PostgresDatasetStore(PostgresDatabase database) : IDatasetStore
{
    const string Select =
        """
        select dataset_id as "Id", name as "Name", revision as "Revision", schema::text as "Schema", changed_at as "ChangedAt" from datasets
        """;

    const string SelectOne = $"{Select} where name = @name";

    const string Insert = "insert into datasets (name, schema) values (@name, @schema::jsonb) on conflict (name) do nothing";

    const string Lock = $"{Select} where name = @name for update";

    const string AnyRow = "select exists (select from dataset_rows where dataset_id = @id)";

    const string Update =
        "update datasets set schema = @schema::jsonb, revision = revision + 1, changed_at = clock_timestamp() where dataset_id = @id and schema <> @schema::jsonb";

    const string Count =
        """
        select dataset_id as "Id", split as "Split", count(*) as "Rows", min(at) as "First", max(at) as "Last"
        from dataset_rows where dataset_id = any(@ids) group by dataset_id, split
        """;

    public Task<bool> PutAsync(string name, DatasetSchema schema, CancellationToken cancellation)
    {
        var json = JsonSerializer.Serialize(schema, JsonSerializerOptions.Web);
        return database.RunAsync(
            async (connection, cancellation) =>
            {
                await using var transaction = await connection.BeginTransactionAsync(cancellation);
                await connection.ExecuteAsync(new(Insert, new { name, schema = json }, cancellationToken: cancellation));
                // The lock keeps rows out until the new schema is there for them to be compared with.
                var found = (await connection.QuerySingleAsync<Row>(new(Lock, new { name }, cancellationToken: cancellation))).ToDataset();
                if (!SchemaChanges.KeepMeaning(found.Schema, schema)
                    && await connection.ExecuteScalarAsync<bool>(new(AnyRow, new { found.Id }, cancellationToken: cancellation)))
                {
                    return false;
                }

                await connection.ExecuteAsync(new(Update, new { found.Id, schema = json }, cancellationToken: cancellation));
                await transaction.CommitAsync(cancellation);
                return true;
            },
            cancellation);
    }

    public Task<Dataset?> FindAsync(string name, CancellationToken cancellation) => database.RunAsync(
        async (connection, cancellation) =>
            (await connection.QuerySingleOrDefaultAsync<Row>(new(SelectOne, new { name }, cancellationToken: cancellation)))?.ToDataset(),
        cancellation);

    public async Task<DatasetSummary?> DescribeAsync(string name, CancellationToken cancellation) =>
        (await SummariseAsync(SelectOne, new { name }, cancellation)).SingleOrDefault();

    public Task<IReadOnlyList<DatasetSummary>> ListAsync(CancellationToken cancellation) =>
        SummariseAsync($"{Select} order by name", new { }, cancellation);

    public Task<AddedRows> AddAsync(Dataset dataset, string split, IReadOnlyCollection<DatasetRow> rows, CancellationToken cancellation) =>
        database.RunAsync((connection, cancellation) => RowInsertion.RunAsync(connection, dataset, split, rows, cancellation), cancellation);

    public IAsyncEnumerable<DatasetRow> ReadAsync(DatasetRange range, CancellationToken cancellation) =>
        RowQueries.ReadAsync(database, range, cancellation);

    public Task<Page<DatasetRow>> ListRowsAsync(DatasetRange range, PageCursor? after, int limit, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(limit, Math.Clamp(limit, 1, IDatasetStore.MostRowsOfAPage));
        return database.RunAsync((connection, cancellation) => RowQueries.ListAsync(connection, range, after, limit, cancellation), cancellation);
    }

    public async Task<DatasetSnapshot?> SnapshotAsync(DatasetRange range, int mostRows, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(mostRows, 1);
        if (await FindAsync(range.Dataset, cancellation) is not { } dataset)
        {
            return null;
        }

        var rows = await database.RunAsync((connection, cancellation) => RowQueries.NewestAsync(connection, range, mostRows, cancellation), cancellation);
        return new(dataset.Schema, rows, RowHash.Of(dataset.Schema, rows));
    }

    public Task<long> DeleteRowsAsync(DatasetRange range, CancellationToken cancellation) =>
        database.RunAsync((connection, cancellation) => RowQueries.DeleteAsync(connection, range, cancellation), cancellation);

    Task<IReadOnlyList<DatasetSummary>> SummariseAsync(string select, object arguments, CancellationToken cancellation) => database.RunAsync<IReadOnlyList<DatasetSummary>>(
        async (connection, cancellation) =>
        {
            var datasets = (await connection.QueryAsync<Row>(new(select, arguments, cancellationToken: cancellation))).AsList();
            int[] ids = [.. datasets.Select(dataset => dataset.Id)];
            var counts = (await connection.QueryAsync<CountRow>(new(Count, new { ids }, cancellationToken: cancellation))).ToLookup(count => count.Id);
            return [.. datasets.Select(dataset => dataset.ToSummary(counts[dataset.Id]))];
        },
        cancellation);

    sealed record CountRow(int Id, string Split, long Rows, DateTime First, DateTime Last);

    sealed record Row(int Id, string Name, int Revision, string Schema, DateTime ChangedAt)
    {
        public Dataset ToDataset() => new(Id, Name, Revision, ReadSchema());

        public DatasetSummary ToSummary(IEnumerable<CountRow> counts)
        {
            var bySplit = counts.ToDictionary(count => count.Split);
            return new(Name, ReadSchema(), new(ChangedAt, TimeSpan.Zero), [.. DatasetSplits.All.Select(Summary)]);

            SplitSummary Summary(string split) => bySplit.TryGetValue(split, out var count)
                ? new(split, count.Rows, new(count.First, TimeSpan.Zero), new(count.Last, TimeSpan.Zero))
                : new(split, 0, null, null);
        }

        DatasetSchema ReadSchema() => JsonSerializer.Deserialize<DatasetSchema>(Schema, JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException($"The schema of the dataset {Name} is empty.");
    }
}
