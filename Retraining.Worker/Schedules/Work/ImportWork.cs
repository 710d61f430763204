using AspireMl.Contracts.Datasets;
using AspireMl.Contracts.Schedules;
using AspireMl.Retraining.Worker.Datasets;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.Datasets;
using Microsoft.Extensions.Options;

namespace AspireMl.Retraining.Worker.Schedules.Work;

/// <summary>Reads CSV files into a dataset: those in its drop folder, or the one at an address. Rows that are there already are kept once.</summary>
internal sealed class ImportWork(
    IDatasetStore datasets, RowReading reading, DropFolder folder, IHttpClientFactory clients, IOptions<DatasetOptions> options) : IScheduledWork
{
    public const string HttpClientName = "imports";

    public async Task<string> RunAsync(ScheduleSettings settings, CancellationToken cancellation)
    {
        var dataset = await datasets.FindAsync(settings.Model, cancellation)
            ?? throw new InvalidDataException($"There is no dataset named {settings.Model}; put its schema there first.");
        var split = settings.Split ?? DatasetSplits.Training;
        return settings.Url is { } url
            ? Said(await FetchAsync(new(url), dataset, split, cancellation))
            : await ReadFolderAsync(settings, dataset, split, cancellation);
    }

    async Task<string> ReadFolderAsync(ScheduleSettings settings, Dataset dataset, string split, CancellationToken cancellation)
    {
        var (files, failed, total) = (0, 0, new RowsAdded(0, 0, 0, []));
        foreach (var file in folder.Waiting(settings))
        {
            try
            {
                using (var content = file.OpenRead())
                {
                    total = Sum(total, await ReadAsync(content, dataset, split, cancellation));
                }

                DropFolder.MarkDone(file);
                files++;
            }
            catch (RefusalException refusal)
            {
                DropFolder.MarkFailed(file, refusal.Message);
                failed++;
            }
        }

        var sentence = $"{files} files: {Said(total)}";
        return failed == 0 ? sentence : throw new InvalidDataException($"{failed} files could not be read; the reasons are beside them in the folder failed. {sentence}");
    }

    async Task<RowsAdded> FetchAsync(Uri address, Dataset dataset, string split, CancellationToken cancellation)
    {
        try
        {
            using var client = clients.CreateClient(HttpClientName);
            using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (!response.IsSuccessStatusCode)
            {
                throw new InvalidDataException($"{address.Host} answered with status {(int)response.StatusCode} in place of a file.");
            }

            await using var content = await response.Content.ReadAsStreamAsync(cancellation);
            return await ReadAsync(content, dataset, split, cancellation);
        }
        catch (HttpRequestException failure)
        {
            throw new InvalidDataException($"{address.Host} cannot be reached, or broke off.", failure);
        }
    }

    Task<RowsAdded> ReadAsync(Stream content, Dataset dataset, string split, CancellationToken cancellation) =>
        reading.ReadCsvAsync(new BoundedStream(content, options.Value.MaxCsvBytes), dataset, split, cancellation);

    static RowsAdded Sum(RowsAdded left, RowsAdded right) => new(
        left.Inserted + right.Inserted, left.Unchanged + right.Unchanged, left.RejectedRows + right.RejectedRows, [.. left.Rejected, .. right.Rejected.Take(1)]);

    static string Said(RowsAdded rows)
    {
        var counts = $"{rows.Inserted} rows inserted, {rows.Unchanged} were there already, {rows.RejectedRows} rejected.";
        return rows.Rejected.Count == 0 ? counts : $"{counts} The first rejected, row {rows.Rejected[0].Row}: {rows.Rejected[0].Reason}";
    }
}
