using System.Net;

namespace AspireMl.Retraining.Worker.Tests.Datasets;

[Collection(SharedDatasetService.Name)]
public sealed class JsonUploadTests(DatasetService service)
{
    const string Good = """{"time":"2026-11-20T00:00:00Z","height":150,"recipe":"light","count":1,"quality":300}""";

    [Fact]
    public async Task Rows_of_json_are_the_rows_of_csv()
    {
        var dataset = await service.CreateAsync();

        var json = await dataset.AddAsync(Uploads.Json($$"""[{{Good}},{"quality":301,"count":2,"recipe":"dark","height":null,"time":"2026-11-20T00:00:01Z"}]"""));
        var csv = await dataset.AddAsync(Uploads.Csv($"{Uploads.Header}\n2026-11-20T00:00:00Z,150,light,1,300\n2026-11-20T00:00:01Z,,dark,2,301\n"));

        Assert.Equal((2, 0), (json.Inserted, json.RejectedRows));
        Assert.Equal((0, 2), (csv.Inserted, csv.Unchanged));
    }

    [Theory]
    [InlineData("""{"time":"2026-11-20T00:00:00Z","height":"150","recipe":"light","count":1,"quality":300}""", "height is \"150\", not a number.")]
    [InlineData("""{"time":"2026-11-20T00:00:00Z","height":1e999,"recipe":"light","count":1,"quality":300}""", "height is not a finite number.")]
    [InlineData("""{"time":"2026-11-20T00:00:00Z","height":true,"recipe":"light","count":1,"quality":300}""", "height is neither a number nor a text.")]
    [InlineData("""{"time":1732060800,"height":150,"recipe":"light","count":1,"quality":300}""", "time is a number, not a text.")]
    [InlineData("""{"time":"2026-11-20T00:00:00Z","height":150,"recipe":1,"count":1,"quality":300}""", "recipe is a number, not a text.")]
    [InlineData("""{"time":"2026-11-20T00:00:00Z","height":150,"recipe":"light","count":1,"quality":300,"colour":1}""", "\"colour\" is no column")]
    [InlineData("""{"time":"2026-11-20T00:00:00Z","height":150,"height":150,"recipe":"light","count":1,"quality":300}""", "height is there twice.")]
    [InlineData("17", "It is not an object")]
    public async Task A_row_that_cannot_be_used_is_rejected_with_its_reason(string row, string reason)
    {
        var dataset = await service.CreateAsync();

        Assert.Contains(reason, await dataset.ReasonAsync(Uploads.Json($"[{row}]")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[{\"time\":")]
    [InlineData("nonsense")]
    public async Task What_is_no_array_of_rows_is_refused(string body)
    {
        var dataset = await service.CreateAsync();

        var sentence = await TestDataset.RefusedAsync(dataset.PostAsync(Uploads.Json(body)), HttpStatusCode.BadRequest);

        Assert.Contains("Send an array of rows", sentence, StringComparison.Ordinal);
        Assert.Contains("Nothing was stored.", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_beyond_the_bound_is_refused()
    {
        var dataset = await service.CreateAsync();

        using var large = Uploads.Asking(HttpMethod.Post, dataset.Rows(), Uploads.Json($"[{new string(' ', 2 << 20)}]"));
        var sentence = await TestDataset.RefusedAsync(dataset.Client.SendAsync(large), HttpStatusCode.RequestEntityTooLarge);

        Assert.Contains("1048576", sentence, StringComparison.Ordinal);
    }
}
