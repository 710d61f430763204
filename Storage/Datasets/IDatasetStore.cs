using AspireMl.Contracts.Datasets;
using AspireMl.Contracts.Paging;

namespace AspireMl.Storage.Datasets;

/// <summary>
/// The rows that models learn from, are compared on and are watched by. Safe for use by many threads; every call may be
/// repeated without changing its result.
/// </summary>
/// <remarks>Every member throws <see cref="StorageUnavailableException"/> while the store cannot be reached.</remarks>
public interface IDatasetStore
{
    /// <summary>Most rows that a page may have.</summary>
    const int MostRowsOfAPage = 1000;

    /// <summary>Creates a dataset or changes its schema.</summary>
    /// <returns>False, and nothing has changed, when there are rows that the new schema would give another meaning (<see cref="SchemaChanges"/>).</returns>
    Task<bool> PutAsync(string name, DatasetSchema schema, CancellationToken cancellation);

    /// <summary>One dataset, or null.</summary>
    Task<Dataset?> FindAsync(string name, CancellationToken cancellation);

    /// <summary>One dataset with the numbers and times of its rows, or null.</summary>
    Task<DatasetSummary?> DescribeAsync(string name, CancellationToken cancellation);

    /// <summary>All datasets by name, with the numbers and times of their rows.</summary>
    Task<IReadOnlyList<DatasetSummary>> ListAsync(CancellationToken cancellation);

    /// <summary>
    /// Adds rows to a split, all or none. A row that is there already stays as it is; of several labels of one inference
    /// the one added last counts.
    /// </summary>
    /// <param name="dataset">The dataset whose schema the rows were checked against.</param>
    /// <param name="split">One of the splits.</param>
    /// <param name="rows">Some thousands at once; callers send more in batches.</param>
    /// <param name="cancellation">Gives up; the rows are then all there or none is.</param>
    /// <exception cref="DatasetChangedException">The schema is another one by now.</exception>
    Task<AddedRows> AddAsync(Dataset dataset, string split, IReadOnlyCollection<DatasetRow> rows, CancellationToken cancellation);

    /// <summary>Rows, oldest first, read bit by bit: rows that are added meanwhile may or may not be among them.</summary>
    IAsyncEnumerable<DatasetRow> ReadAsync(DatasetRange range, CancellationToken cancellation);

    /// <summary>One page of rows, newest first.</summary>
    /// <param name="range">Which rows.</param>
    /// <param name="after">Only rows that come after this one in the list; null means from the newest.</param>
    /// <param name="limit">1 to <see cref="MostRowsOfAPage"/>.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<Page<DatasetRow>> ListRowsAsync(DatasetRange range, PageCursor? after, int limit, CancellationToken cancellation);

    /// <summary>Reads rows into memory and hashes them.</summary>
    /// <param name="range">Which rows.</param>
    /// <param name="mostRows">The newest so many of them, at least 1.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The rows as they were at one time, or null when there is no such dataset.</returns>
    Task<DatasetSnapshot?> SnapshotAsync(DatasetRange range, int mostRows, CancellationToken cancellation);

    /// <summary>Removes rows.</summary>
    /// <returns>How many were removed.</returns>
    Task<long> DeleteRowsAsync(DatasetRange range, CancellationToken cancellation);
}
