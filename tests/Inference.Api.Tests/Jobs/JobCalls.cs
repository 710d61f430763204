using System.Net.Http.Json;
using System.Text.Json;
using AspireMl.Contracts.Jobs;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Testing;

namespace AspireMl.Inference.Api.Tests.Jobs;

static class JobCalls
{
    public static async Task<Guid> SubmitAsync(this HttpClient client, byte[]? image = null, string question = "What is the total?")
    {
        using var response = await client.PostAsync("/v1/jobs", Forms.Ask(image, question));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == 202, text);
        var jobId = JsonSerializer.Deserialize<JobAccepted>(text, JsonSerializerOptions.Web)!.JobId;
        Assert.Equal($"/v1/jobs/{jobId}", response.Headers.Location!.OriginalString);
        return jobId;
    }

    public static async Task<JobRecord> GetJobAsync(this HttpClient client, Guid jobId) =>
        (await client.GetFromJsonAsync<JobRecord>($"/v1/jobs/{jobId}"))!;

    public static async Task<JobRecord> WaitForAsync(this HttpClient client, Guid jobId, string status)
    {
        JobRecord job = null!;
        await Eventually.TrueAsync(async () => (job = await client.GetJobAsync(jobId)).Status == status);
        return job;
    }
}
