using System.Net.Mime;
using AspireMl.Contracts.Datasets;
using AspireMl.Contracts.Paging;
using AspireMl.Modeling.ModelPackages;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.Datasets;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace AspireMl.Retraining.Worker.Datasets;

internal static class DatasetEndpoints
{
    const int MostSchemaBytes = 4 << 20;

    public static RouteGroupBuilder MapDatasets(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/datasets").WithTags("Datasets").WithRefusals(400, 404, 409, 413, 415, 422, 503);
        group.MapGet("/", ListAsync).WithName("ListDatasets").WithSummary("Lists the datasets with the numbers and times of their rows.");
        group.MapGet("/{dataset}", GetAsync).WithName("GetDataset").WithSummary("One dataset with the numbers and times of its rows.");
        group.MapPut("/{dataset}", PutAsync).WithName("PutDataset").WithSummary("Creates a dataset, or changes its schema where rows keep their meaning.")
            .Accepts<DatasetSchema>(MediaTypeNames.Application.Json)
            .WithMetadata(new RequestSizeLimitAttribute(MostSchemaBytes));
        group.MapPost("/{dataset}/rows", AddAsync).WithName("AddRows").WithSummary("Adds rows to a split.")
            .WithDescription("CSV with a header, or a JSON array of objects; both are read as they arrive. Rows that cannot be used are rejected one by one. Rows that are there already are kept once.")
            .Accepts<IReadOnlyList<Dictionary<string, object>>>(MediaTypeNames.Application.Json, MediaTypeNames.Text.Csv);
        group.MapGet("/{dataset}/rows", ListRowsAsync).WithName("ListRows").WithSummary("Lists the rows of a split, newest first.");
        group.MapDelete("/{dataset}/rows", DeleteRowsAsync).WithName("DeleteRows").WithSummary("Removes the rows of a split, all or those of a range of time.");
        return group;
    }

    static async Task<Ok<IReadOnlyList<DatasetSummary>>> ListAsync(IDatasetStore store, CancellationToken cancellation) =>
        TypedResults.Ok(await store.ListAsync(cancellation));

    static async Task<Ok<DatasetSummary>> GetAsync(string dataset, IDatasetStore store, CancellationToken cancellation) =>
        TypedResults.Ok(await store.DescribeAsync(dataset, cancellation) ?? throw Unknown());

    static async Task<Ok<DatasetSummary>> PutAsync(string dataset, HttpRequest request, IDatasetStore store, CancellationToken cancellation)
    {
        if (!ModelName.IsValid(dataset))
        {
            throw Refusal.Malformed($"A dataset's name has {ModelName.Rule}.");
        }

        var schema = await JsonBody.ReadAsync<DatasetSchema>(
            request, """a schema; send {"time":"time","features":[{"name":"height","kind":"numeric"}],"target":{"name":"quality"}}""", cancellation);
        string[] defects = [.. SchemaRules.Defects(schema).Take(10)];
        return defects.Length > 0 ? throw Refusal.Unusable(string.Join(" ", defects))
            : await store.PutAsync(dataset, schema, cancellation) ? await GetAsync(dataset, store, cancellation)
            : throw Refusal.Conflicting("The dataset has rows that this schema would give another meaning: keep features, their kinds and order, the target, and lists except for words added at their ends; or remove the rows first.");
    }

    static async Task<Ok<RowsAdded>> AddAsync(
        string dataset, string? split, HttpRequest request, IDatasetStore store, RowReading reading, CancellationToken cancellation)
    {
        var chosen = RowQuery.RequireSplit(split);
        return TypedResults.Ok(await reading.ReadAsync(request, await RequireAsync(dataset, store, cancellation), chosen, cancellation));
    }

    static async Task<Ok<Page<DatasetRecord>>> ListRowsAsync(
        string dataset, [AsParameters] RowQuery query, IDatasetStore store, CancellationToken cancellation)
    {
        var range = query.ToRange(dataset);
        var (after, limit) = (query.After, query.Count);
        var found = await RequireAsync(dataset, store, cancellation);
        var page = await store.ListRowsAsync(range, after, limit, cancellation);
        return TypedResults.Ok(new Page<DatasetRecord>([.. page.Items.Select(row => RowRecords.Of(found.Schema, row))], page.NextCursor));
    }

    static async Task<Ok<RowsDeleted>> DeleteRowsAsync(
        string dataset, string? split, string? from, string? to, IDatasetStore store, CancellationToken cancellation)
    {
        var range = new RowQuery(split, from, to, null, null).ToRange(dataset);
        await RequireAsync(dataset, store, cancellation);
        return TypedResults.Ok(new RowsDeleted(await store.DeleteRowsAsync(range, cancellation)));
    }

    static async Task<Dataset> RequireAsync(string dataset, IDatasetStore store, CancellationToken cancellation) =>
        await store.FindAsync(dataset, cancellation) ?? throw Unknown();

    static RefusalException Unknown() => Refusal.Unknown("There is no dataset of this name; PUT /v1/datasets/{dataset} creates one, GET /v1/datasets lists them.");
}
