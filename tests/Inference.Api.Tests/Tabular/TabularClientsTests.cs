using System.Net;
using System.Text.Json;
using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Jobs;
using AspireMl.Contracts.Tabular;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Testing;

namespace AspireMl.Inference.Api.Tests.Tabular;

[Collection(SharedPostgres.Name)]
public sealed class TabularClientsTests(PostgresFixture postgres)
{
    [Fact]
    public async Task The_tabular_client_predicts_explains_and_passes_refusals_on()
    {
        await using var api = await StartAsync();
        var client = new TabularClient(api.Client);

        Assert.Null((await client.PredictAsync("kiln", [Rows.Row()])).Contributions);
        var answer = await client.PredictAsync("kiln", [Rows.Row(heat: 4)], explain: true);

        Assert.Equal((114, 8), (answer.Predictions[0].Value, answer.Contributions![0].Features["heat"]));
        var refused = await Assert.ThrowsAsync<ApiException>(() => client.PredictAsync("oven", [Rows.Row()]));
        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
    }

    [Fact]
    public async Task The_job_client_sends_follows_counts_and_cancels_jobs_and_binds_services()
    {
        await using var api = await StartAsync();
        var client = new JobClient(api.Client);
        Assert.Equal(new("line-a", "kiln", "champion"), await client.PutServiceAsync(new("line-a", "kiln", "champion")));

        var jobId = await client.SubmitAsync("kiln", JsonSerializer.SerializeToElement(Rows.One(heat: 3), JsonSerializerOptions.Web));
        await Eventually.TrueAsync(async () => (await client.GetAsync(jobId)).Status == JobStatuses.Finished);

        var job = await client.GetAsync(jobId);
        Assert.Equal(112, job.Result!.Value.Deserialize<TabularAnswer>(JsonSerializerOptions.Web)!.Predictions[0].Value);
        Assert.Equal("line-a", job.Service);
        Assert.Equal(jobId, Assert.Single((await client.ListAsync(JobStatuses.Finished, limit: 1)).Items).JobId);
        Assert.Equal(1, (await client.CountAsync())[JobStatuses.Finished]);
        Assert.Equal(HttpStatusCode.Conflict, (await Assert.ThrowsAsync<ApiException>(() => client.CancelAsync(jobId))).Status);
        Assert.Equal("line-a", Assert.Single(await client.ListServicesAsync()).Service);
        await client.DeleteServiceAsync("line-a");
        Assert.Empty(await client.ListServicesAsync());
    }

    async Task<InferenceApi> StartAsync() =>
        await InferenceApi.StartWithKilnAsync(await postgres.Server.CreateDatabaseAsync(), ("Jobs:ServicesRefresh", "00:00:00.050"));
}
