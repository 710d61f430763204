using System.Text.Json;
using AspireMl.Contracts.Datasets;
using AspireMl.Contracts.Paging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace AspireMl.Frontend.Blazor.Tests.Testing;

/// <summary>The datasets' part of the HTTP contract: one dataset of three columns.</summary>
internal sealed class FakeDatasets
{
    static readonly DateTimeOffset Start = new(2026, 11, 21, 8, 30, 0, TimeSpan.Zero);

    static readonly DatasetSchema Schema = new()
    {
        Time = "time",
        Features = [new() { Name = "h_data", Kind = "numeric" }, new() { Name = "ah_data", Kind = "numeric" }],
        Target = new("quality"),
    };

    public int Rows { get; set; } = 40;

    public string? Uploaded { get; private set; }

    /// <summary>Answered instead of taking rows while set.</summary>
    public IResult? Refusal { get; set; }

    public void Reset() => (Rows, Uploaded, Refusal) = (40, null, null);

    public void Map(WebApplication app)
    {
        app.MapGet("/v1/datasets", () => new DatasetSummary[]
        {
            new(FakeModels.Name, Schema, Start, [new("training", Rows, Start.AddDays(-1), Start), new("testing", 0, null, null), new("production", 0, null, null)]),
        });
        app.MapGet($"/v1/datasets/{FakeModels.Name}/rows", (string split) => new Page<DatasetRecord>(split == "training" ? [.. Enumerable.Range(0, Rows).Select(Row)] : [], null));
        app.MapPost($"/v1/datasets/{FakeModels.Name}/rows", async (string split, HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            Uploaded = $"{split}: {await reader.ReadToEndAsync()}";
            return Refusal ?? Results.Ok(new RowsAdded(2, 0, 1, [new(3, "h_data is no number.")]));
        });
    }

    static DatasetRecord Row(int number) => new(
        Guid.CreateVersion7(),
        Start.AddMinutes(-5 * number),
        null,
        new Dictionary<string, JsonElement> { ["h_data"] = JsonElement.Parse($"{170 + (number % 7)}.25"), ["ah_data"] = JsonElement.Parse(number % 5 == 0 ? "null" : "7.5") },
        JsonElement.Parse($"{390 - (number % 11)}.5"));
}
