using System.Collections.Concurrent;
using System.Text.Json;
using AspireMl.Contracts.Datasets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AspireMl.Simulator.Tests.Harness;

/// <summary>The datasets' part of the HTTP contract, on a real port.</summary>
sealed class FakeDatasets : IAsyncDisposable
{
    readonly WebApplication _app;

    FakeDatasets()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapGet("/v1/datasets", () => Outage ?? Results.Ok(Schemas.Select(schema => Summary(schema.Key))));
        _app.MapPut("/v1/datasets/{name}", (string name, DatasetSchema schema) =>
        {
            Schemas[name] = schema;
            return Summary(name);
        });
        _app.MapPost("/v1/datasets/{name}/rows", AddAsync);
    }

    public string Address => _app.Urls.Single();

    public ConcurrentDictionary<string, DatasetSchema> Schemas { get; } = [];

    public ConcurrentQueue<JsonElement> Labels { get; } = [];

    public ConcurrentDictionary<string, string> Csv { get; } = [];

    /// <summary>Answered instead of everything else while set.</summary>
    public IResult? Outage { get; set; }

    /// <summary>Rows that are refused before others are taken.</summary>
    public int Refused { get; set; }

    public static async Task<FakeDatasets> StartAsync()
    {
        var datasets = new FakeDatasets();
        await datasets._app.StartAsync();
        return datasets;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    DatasetSummary Summary(string name) => new(
        name, Schemas[name], DateTimeOffset.UnixEpoch, [.. DatasetSplits.All.Select(split => new SplitSummary(split, Csv.ContainsKey(split) ? 1 : 0, null, null))]);

    async Task<IResult> AddAsync(string split, HttpRequest request)
    {
        if (Outage is not null)
        {
            return Outage;
        }

        if (request.ContentType == "text/csv")
        {
            using var reader = new StreamReader(request.Body);
            var csv = Csv[split] = await reader.ReadToEndAsync();
            return Results.Ok(new RowsAdded(csv.Count(character => character == '\n') - 1, 0, 0, []));
        }

        JsonElement[] rows = [.. (await JsonDocument.ParseAsync(request.Body)).RootElement.EnumerateArray()];
        var refused = Math.Min(Refused, rows.Length);
        Refused -= refused;
        Array.ForEach(rows[refused..], Labels.Enqueue);
        return Results.Ok(new RowsAdded(rows.Length - refused, 0, refused, [.. Enumerable.Range(1, refused).Select(row => new RowRejection(row, "No inference has this id."))]));
    }
}
