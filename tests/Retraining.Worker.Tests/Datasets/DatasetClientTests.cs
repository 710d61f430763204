using System.Net;
using System.Text;
using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Datasets;

namespace AspireMl.Retraining.Worker.Tests.Datasets;

[Collection(SharedDatasetService.Name)]
public sealed class DatasetClientTests(DatasetService service)
{
    [Fact]
    public async Task Every_call_of_the_client_reaches_the_service()
    {
        var client = new DatasetClient(service.Worker.Client);
        var name = $"client-{Guid.NewGuid():N}";

        Assert.Equal(name, (await client.PutAsync(name, Uploads.Schema)).Name);
        using var csv = new MemoryStream(Encoding.UTF8.GetBytes($"{Uploads.Header}\n{Uploads.Rows(3)}"));
        Assert.Equal(3, (await client.AddCsvAsync(name, DatasetSplits.Training, csv)).Inserted);
        var row = new Dictionary<string, object?> { ["time"] = "2026-11-20T01:00:00Z", ["height"] = null, ["recipe"] = "dark", ["count"] = 7, ["quality"] = 310.5 };
        Assert.Equal(1, (await client.AddRowsAsync(name, DatasetSplits.Training, [row])).Inserted);

        var page = await client.ListRowsAsync(name, new() { Split = DatasetSplits.Training, From = new DateTimeOffset(2026, 11, 20, 1, 0, 0, TimeSpan.Zero), Limit = 2 });
        Assert.Equal(310.5, Assert.Single(page.Items).Target.GetDouble());
        Assert.Equal(4, (await client.DeleteRowsAsync(name, DatasetSplits.Training)).Deleted);
        Assert.Equal(0, (await client.GetAsync(name)).Splits[0].Rows);
        Assert.Contains(await client.ListAsync(), dataset => dataset.Name == name);
        Assert.Equal(HttpStatusCode.NotFound, (await Assert.ThrowsAsync<ApiException>(() => client.GetAsync("none"))).Status);
    }
}
