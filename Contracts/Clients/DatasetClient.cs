using System.Net.Http.Headers;
using System.Net.Mime;
using AspireMl.Contracts.Datasets;
using AspireMl.Contracts.Paging;

namespace AspireMl.Contracts.Clients;

/// <summary>
/// Calls the retraining service's datasets. Every method throws <see cref="ApiException"/> when the service refuses or
/// cannot be reached, and <see cref="OperationCanceledException"/> when the caller cancels.
/// </summary>
/// <param name="http">A client whose base address is the service's root.</param>
public sealed class DatasetClient(HttpClient http)
{
    const string Root = "v1/datasets";
    readonly ApiCalls _calls = new(http, "retraining service");

    /// <summary>All datasets with the numbers and times of their rows.</summary>
    public Task<IReadOnlyList<DatasetSummary>> ListAsync(CancellationToken cancellation = default) =>
        _calls.GetAsync<IReadOnlyList<DatasetSummary>>(Root, cancellation);

    /// <summary>One dataset.</summary>
    public Task<DatasetSummary> GetAsync(string dataset, CancellationToken cancellation = default) =>
        _calls.GetAsync<DatasetSummary>(PathOf(dataset), cancellation);

    /// <summary>Creates a dataset, or changes its schema where rows keep their meaning.</summary>
    public Task<DatasetSummary> PutAsync(string dataset, DatasetSchema schema, CancellationToken cancellation = default) =>
        _calls.SendJsonAsync<DatasetSummary>(HttpMethod.Put, PathOf(dataset), schema, cancellation);

    /// <summary>Adds rows of CSV with a header, streamed.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="split">One of <see cref="DatasetSplits"/>.</param>
    /// <param name="csv">UTF-8; read once, from the current position, and not disposed.</param>
    /// <param name="cancellation">Ends the upload; rows that are stored already stay.</param>
    public async Task<RowsAdded> AddCsvAsync(string dataset, string split, Stream csv, CancellationToken cancellation = default)
    {
        using var body = new StreamContent(csv) { Headers = { ContentType = new MediaTypeHeaderValue(MediaTypeNames.Text.Csv) } };
        return await _calls.SendAsync<RowsAdded>(HttpMethod.Post, RowsOf(dataset, ("split", split)), body, cancellation);
    }

    /// <summary>Adds rows, each with its columns by name: times and words as text, numbers as numbers, null where one is missing.</summary>
    public Task<RowsAdded> AddRowsAsync(
        string dataset, string split, IReadOnlyList<IReadOnlyDictionary<string, object?>> rows, CancellationToken cancellation = default) =>
        _calls.SendJsonAsync<RowsAdded>(HttpMethod.Post, RowsOf(dataset, ("split", split)), rows, cancellation);

    /// <summary>Lists rows of a split, newest first.</summary>
    public Task<Page<DatasetRecord>> ListRowsAsync(string dataset, RowFilter filter, CancellationToken cancellation = default) =>
        _calls.GetAsync<Page<DatasetRecord>>(
            RowsOf(
                dataset,
                ("split", filter.Split),
                ("from", QueryString.Time(filter.From)),
                ("to", QueryString.Time(filter.To)),
                ("cursor", filter.Cursor),
                ("limit", filter.Limit?.ToString())),
            cancellation);

    /// <summary>Removes the rows of a split, all or those of a range of time.</summary>
    public Task<RowsDeleted> DeleteRowsAsync(
        string dataset, string split, DateTimeOffset? from = null, DateTimeOffset? to = null, CancellationToken cancellation = default) =>
        _calls.SendAsync<RowsDeleted>(
            HttpMethod.Delete, RowsOf(dataset, ("split", split), ("from", QueryString.Time(from)), ("to", QueryString.Time(to))), null, cancellation);

    static string PathOf(string dataset) => $"{Root}/{Uri.EscapeDataString(dataset)}";

    static string RowsOf(string dataset, params ReadOnlySpan<(string Name, string? Value)> query) => $"{PathOf(dataset)}/rows{QueryString.Of(query)}";
}
