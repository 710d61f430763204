using System.Net;
using System.Net.Http.Json;
using AspireMl.Contracts.Datasets;
using AspireMl.Contracts.Models;
using AspireMl.Contracts.Paging;

namespace AspireMl.Retraining.Worker.Tests.Datasets;

[Collection(SharedDatasetService.Name)]
public sealed class DatasetTests(DatasetService service)
{
    [Fact]
    public async Task A_dataset_is_listed_with_its_schema_and_the_rows_of_each_split()
    {
        var dataset = await service.CreateAsync();
        await dataset.AddAsync(Uploads.Csv($"{Uploads.Header}\n{Uploads.Rows(5)}"), "testing");

        var listed = (await dataset.Client.GetFromJsonAsync<List<DatasetSummary>>("/v1/datasets"))!.Single(summary => summary.Name == dataset.Name);

        Assert.Equal(["height", "recipe", "count"], listed.Schema.Features.Select(feature => feature.Name));
        var start = new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal([new("training", 0, null, null), new("testing", 5, start, start.AddSeconds(4)), new("production", 0, null, null)], listed.Splits);
        await TestDataset.RefusedAsync(dataset.Client.GetAsync("/v1/datasets/nothing"), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Rows_are_paged_newest_first_with_words_and_missing_values()
    {
        var dataset = await service.CreateAsync();
        await dataset.AddAsync(Uploads.Csv($"{Uploads.Header}\n{Uploads.Rows(4)}2026-11-20T00:00:04Z,,dark,4,310\n"));

        var first = await PageAsync(dataset.Rows(more: "&limit=2"));
        var second = await PageAsync(dataset.Rows(more: $"&limit=3&cursor={first.NextCursor}"));

        Assert.Equal(["4", "3", "2", "1", "0"], first.Items.Concat(second.Items).Select(row => row.Features["count"].GetRawText()));
        Assert.Null(second.NextCursor);
        var newest = first.Items[0];
        Assert.Equal(("null", "dark", 310), (newest.Features["height"].GetRawText(), newest.Features["recipe"].GetString(), newest.Target.GetDouble()));
        Assert.Equal(["height", "recipe", "count"], newest.Features.Keys);
        Assert.Null(newest.InferenceId);

        async Task<Page<DatasetRecord>> PageAsync(string address) => (await dataset.Client.GetFromJsonAsync<Page<DatasetRecord>>(address))!;
    }

    [Fact]
    public async Task Rows_are_removed_by_range_and_split()
    {
        var dataset = await service.CreateAsync();
        foreach (var split in DatasetSplits.All)
        {
            await dataset.AddAsync(Uploads.Csv($"{Uploads.Header}\n{Uploads.Rows(10)}"), split);
        }

        Assert.Equal(3, await DeleteAsync(dataset.Rows(more: "&from=2026-11-20T00:00:02Z&to=2026-11-20T00:00:05Z")));
        Assert.Equal(7, await dataset.CountAsync());
        Assert.Equal(10, await DeleteAsync(dataset.Rows("testing")));
        Assert.Equal(10, await dataset.CountAsync("production"));
        await TestDataset.RefusedAsync(dataset.Client.DeleteAsync($"/v1/datasets/{dataset.Name}/rows"), HttpStatusCode.BadRequest);
        await TestDataset.RefusedAsync(dataset.Client.DeleteAsync(dataset.Rows(more: "&from=soon")), HttpStatusCode.BadRequest);

        async Task<long> DeleteAsync(string address) =>
            (await (await dataset.Client.DeleteAsync(address)).Content.ReadFromJsonAsync<RowsDeleted>())!.Deleted;
    }

    [Fact]
    public async Task A_schema_with_rows_may_grow_but_not_change_their_meaning()
    {
        var dataset = await service.CreateAsync();
        await dataset.AddAsync(Uploads.Csv($"{Uploads.Header}\n{Uploads.Rows(1)}"));
        var recipe = Uploads.Schema.Features[1];

        var renamed = Uploads.Schema with { Target = new("taste") };
        var sentence = await TestDataset.RefusedAsync(dataset.Client.PutAsJsonAsync($"/v1/datasets/{dataset.Name}", renamed), HttpStatusCode.Conflict);
        var grown = Uploads.Schema with { Features = [Uploads.Schema.Features[0], recipe with { Values = ["light", "dark", "espresso"] }, Uploads.Schema.Features[2]] };
        using var changed = await dataset.Client.PutAsJsonAsync($"/v1/datasets/{dataset.Name}", grown);

        Assert.Contains("has rows", sentence, StringComparison.Ordinal);
        Assert.Equal(["light", "dark", "espresso"], (await changed.Content.ReadFromJsonAsync<DatasetSummary>())!.Schema.Features[1].Values);
    }

    [Theory]
    [MemberData(nameof(BadSchemas))]
    public async Task A_schema_that_cannot_be_kept_is_refused(DatasetSchema schema, string reason)
    {
        var sentence = await TestDataset.RefusedAsync(service.Worker.Client.PutAsJsonAsync("/v1/datasets/bad", schema), HttpStatusCode.UnprocessableEntity);

        Assert.Contains(reason, sentence, StringComparison.Ordinal);
    }

    public static TheoryData<DatasetSchema, string> BadSchemas => new()
    {
        { Uploads.Schema with { Features = [] }, "1 to 1000 features" },
        { Uploads.Schema with { Time = "" }, "time needs the name" },
        { Uploads.Schema with { Time = "height" }, "Two columns have the name \"height\"" },
        { Uploads.Schema with { Target = new("count") }, "Two columns have the name \"count\"" },
        { Uploads.Schema with { Target = new("inferenceId") }, "Two columns have the name \"inferenceId\"" },
        { Uploads.Schema with { Target = new("quality", Labels: ["good"]) }, "2 to 1000 different labels" },
        { Uploads.Schema with { Features = [new() { Name = "a", Kind = "text" }] }, "The kind of 'a'" },
        { Uploads.Schema with { Features = [new() { Name = "a", Kind = FeatureKinds.Categorical }] }, "'a' must have 1 to 1000" },
        { Uploads.Schema with { Features = [new() { Name = "a", Kind = FeatureKinds.Numeric, Minimum = 2, Maximum = 1 }] }, "minimum of 'a'" },
    };

    [Fact]
    public async Task A_name_or_body_that_is_none_is_malformed()
    {
        var client = service.Worker.Client;
        await TestDataset.RefusedAsync(client.PutAsJsonAsync("/v1/datasets/Not%20A%20Name", Uploads.Schema), HttpStatusCode.BadRequest);
        await TestDataset.RefusedAsync(client.PutAsync("/v1/datasets/bad", Uploads.Json("{}")), HttpStatusCode.BadRequest);
        await TestDataset.RefusedAsync(client.PutAsync("/v1/datasets/bad", Uploads.Csv("a")), HttpStatusCode.UnsupportedMediaType);
        using var large = Uploads.Asking(HttpMethod.Put, "/v1/datasets/bad", Uploads.Json(new string(' ', 5 << 20)));
        await TestDataset.RefusedAsync(client.SendAsync(large), HttpStatusCode.RequestEntityTooLarge);
    }
}
