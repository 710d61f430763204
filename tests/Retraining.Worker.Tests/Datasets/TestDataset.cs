using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AspireMl.Contracts.Datasets;

namespace AspireMl.Retraining.Worker.Tests.Datasets;

/// <summary>A dataset of the service under test.</summary>
sealed record TestDataset(string Name, HttpClient Client)
{
    public string Rows(string split = "training", string more = "") => $"/v1/datasets/{Name}/rows?split={split}{more}";

    public Task<HttpResponseMessage> PostAsync(HttpContent content, string split = "training") => Client.PostAsync(Rows(split), content);

    public async Task<RowsAdded> AddAsync(HttpContent content, string split = "training")
    {
        using var response = await PostAsync(content, split);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<RowsAdded>())!;
    }

    /// <summary>Why the one row of an upload is rejected.</summary>
    public async Task<string> ReasonAsync(HttpContent content)
    {
        var added = await AddAsync(content);
        Assert.Equal((0, 1), (added.Inserted, added.RejectedRows));
        return Assert.Single(added.Rejected).Reason;
    }

    public async Task<long> CountAsync(string split = "training") =>
        (await Client.GetFromJsonAsync<DatasetSummary>($"/v1/datasets/{Name}"))!.Splits.Single(summary => summary.Split == split).Rows;

    /// <summary>The sentence of a request that must be refused.</summary>
    public static async Task<string> RefusedAsync(Task<HttpResponseMessage> answer, HttpStatusCode status)
    {
        using var response = await answer;
        Assert.Equal((status, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        return JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("detail").GetString()!;
    }
}
