using System.Net.Mime;
using AspireMl.Contracts.Datasets;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.Datasets;
using AspireMl.Storage.Tabular;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace AspireMl.Retraining.Worker.Datasets;

/// <summary>Reads uploads of rows into a dataset, as they arrive.</summary>
internal sealed class RowReading(IDatasetStore store, ITabularInferenceStore inferences, IOptions<DatasetOptions> options, TimeProvider time)
{
    const string Csv = MediaTypeNames.Text.Csv;

    readonly DatasetOptions _options = options.Value;

    /// <summary>Reads the body of a request.</summary>
    /// <exception cref="RefusalException">It is neither CSV nor JSON, too large, broken, or of other columns.</exception>
    public async Task<RowsAdded> ReadAsync(HttpRequest request, Dataset dataset, string split, CancellationToken cancellation)
    {
        var isCsv = request.ContentType?.StartsWith(Csv, StringComparison.OrdinalIgnoreCase) == true;
        if (!isCsv && !request.HasJsonContentType())
        {
            throw Refusal.WrongMediaType($"Send rows as {Csv} with a header, or as {MediaTypeNames.Application.Json}.");
        }

        var most = isCsv ? _options.MaxCsvBytes : _options.MaxJsonBytes;
        request.HttpContext.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = most;
        var upload = new RowUpload(dataset, split, store, inferences, _options.ListedRejections);
        try
        {
            return await ReadAsync(request.Body, isCsv, dataset, upload, cancellation);
        }
        catch (BadHttpRequestException failure) when (failure.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw Refusal.TooLarge($"An upload has at most {most} bytes; send several smaller ones. {upload.Progress}");
        }
    }

    /// <summary>Reads a CSV file.</summary>
    /// <exception cref="RefusalException">It is broken or of other columns.</exception>
    public Task<RowsAdded> ReadCsvAsync(Stream file, Dataset dataset, string split, CancellationToken cancellation) =>
        ReadAsync(file, isCsv: true, dataset, new(dataset, split, store, inferences, _options.ListedRejections), cancellation);

    async Task<RowsAdded> ReadAsync(Stream body, bool isCsv, Dataset dataset, RowUpload upload, CancellationToken cancellation)
    {
        var columns = new RowColumns(dataset.Schema);
        var draft = new RowDraft(columns, time.GetUtcNow() + _options.ClockTolerance);
        await (isCsv
            ? new CsvRows(columns, draft, _options.MaxRowBytes).ReadAsync(body, upload, cancellation)
            : new JsonRows(columns, draft).ReadAsync(body, upload, cancellation));
        return await upload.FinishAsync(cancellation);
    }
}
