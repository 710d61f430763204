using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AspireMl.Contracts.Jobs;
using AspireMl.Contracts.Paging;
using AspireMl.Contracts.Tabular;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Inference.Api.Tests.Jobs;
using AspireMl.Storage.Queue;
using AspireMl.Storage.Tabular;
using AspireMl.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AspireMl.Inference.Api.Tests.Tabular;

[Collection(SharedPostgres.Name)]
public sealed class TabularJobTests(PostgresFixture postgres)
{
    [Fact]
    public async Task A_job_is_predicted_and_recorded_under_ids_that_follow_from_its_own()
    {
        await using var api = await StartAsync();

        var job = await api.Client.WaitForAsync(await SubmitAsync(api, Rows.Many(3)), JobStatuses.Finished);

        var answer = job.Result!.Value.Deserialize<TabularAnswer>(JsonSerializerOptions.Web)!;
        Assert.Equal([106f, 108, 110], answer.Predictions.Select(prediction => prediction.Value!.Value));
        Assert.Equal(job.JobId, answer.Predictions[0].InferenceId);
        Assert.Equal(("kiln", "1.0.0", "kiln"), (job.AnsweredBy!.Name, job.AnsweredBy.Version, job.Service));
        await Eventually.TrueAsync(() => api.Captures.Count == 0);
        var recorded = await Store(api).ReadAsync(new() { Model = "kiln", OldestFirst = true }).ToListAsync();
        Assert.Equal(answer.Predictions.Select(prediction => prediction.InferenceId), recorded.Select(row => row.InferenceId));
    }

    [Fact]
    public async Task A_message_that_comes_twice_is_recorded_once()
    {
        await using var api = await StartAsync();
        (await api.Client.PutAsJsonAsync("/v1/services/line-a", new { model = "kiln", alias = "champion" })).EnsureSuccessStatusCode();
        var message = Encoding.UTF8.GetBytes(
            """{"service":"line-a","payload":{"instances":[{"heat":1,"load":2,"grade":"fine"},{"heat":2,"load":2,"grade":"fine"}]},"sentAt":"2026-11-21T08:30:00Z"}""");
        var broker = api.Services.GetRequiredService<IMessageBroker>();
        await broker.PublishAsync("line-a", message, default);
        await broker.PublishAsync("line-a", message, default);

        await Eventually.TrueAsync(async () => (await api.Client.GetFromJsonAsync<Dictionary<string, long>>("/v1/jobs/counts"))![JobStatuses.Finished] == 1);
        await Eventually.TrueAsync(async () => await broker.CountWaitingAsync("line-a", default) == 0);
        await Eventually.TrueAsync(() => api.Captures.Count == 0);
        Assert.Equal(2, await Store(api).CountAsync(new() { Model = "kiln" }, default));
    }

    [Fact]
    public async Task A_job_whose_rows_do_not_fit_is_refused_when_it_is_sent_and_fails_when_it_comes_by_the_queue()
    {
        await using var api = await StartAsync();
        using var refused = await api.Client.PostAsJsonAsync("/v1/jobs", new { model = "kiln", payload = new { instances = new[] { new { heat = "hot" } } } });
        Assert.Contains("heat must be a number", await refused.AssertProblemAsync(422), StringComparison.Ordinal);
        Assert.Empty((await api.Client.GetFromJsonAsync<ServiceBinding[]>("/v1/services"))!);

        (await api.Client.PutAsJsonAsync("/v1/services/line-a", new { model = "kiln", alias = "champion" })).EnsureSuccessStatusCode();
        var message = Encoding.UTF8.GetBytes("""{"service":"line-a","payload":{"instances":[{"heat":1}]},"sentAt":"2026-11-21T08:30:00Z"}""");
        await api.Services.GetRequiredService<IMessageBroker>().PublishAsync("line-a", message, default);

        JobRecord? failed = null;
        await Eventually.TrueAsync(async () => (failed = (await api.Client.GetFromJsonAsync<Page<JobRecord>>("/v1/jobs?status=failed"))!.Items.SingleOrDefault()) is not null);
        Assert.Equal((1, "1 of 1 rows cannot be answered; row 1: load is missing; row 1: grade is missing."), (failed!.Attempts, failed.Message));
    }

    async Task<InferenceApi> StartAsync() =>
        await InferenceApi.StartWithKilnAsync(await postgres.Server.CreateDatabaseAsync(), ("Jobs:ServicesRefresh", "00:00:00.050"), ("Jobs:CancelCheck", "00:00:00.050"));

    static async Task<Guid> SubmitAsync(InferenceApi api, TabularInstances rows)
    {
        using var response = await api.Client.PostAsJsonAsync("/v1/jobs", new { model = "kiln", payload = rows });
        Assert.True((int)response.StatusCode == 202, await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<JobAccepted>())!.JobId;
    }

    static ITabularInferenceStore Store(InferenceApi api) => api.Services.GetRequiredService<ITabularInferenceStore>();
}
