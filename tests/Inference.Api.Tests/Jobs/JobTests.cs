using System.Net;
using System.Net.Http.Json;
using System.Text;
using AspireMl.Contracts.Documents;
using AspireMl.Contracts.Inferences;
using AspireMl.Contracts.Jobs;
using AspireMl.Contracts.Paging;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Storage.Queue;
using AspireMl.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AspireMl.Inference.Api.Tests.Jobs;

[Collection(SharedPostgres.Name)]
public sealed class JobTests(PostgresFixture postgres)
{
    [Fact]
    public async Task A_document_job_is_answered_and_recorded_under_its_own_id()
    {
        await using var api = await StartAsync();

        var jobId = await api.Client.SubmitAsync(Forms.Png(7));
        var job = await api.Client.WaitForAsync(jobId, JobStatuses.Finished);

        Assert.Equal("12.50", job.Result!.Value.GetProperty("answer").GetString());
        Assert.Equal((new ModelVersion("span-reader", "1.10.0-rc.1").Name, 1), (job.AnsweredBy!.Name, job.Attempts));
        Assert.NotNull(job.ElapsedMs);
        var record = await api.Client.GetFromJsonAsync<InferenceRecord>($"/v1/inferences/{jobId}");
        Assert.Equal("12.50", record!.Answer);
        var counts = await api.Client.GetFromJsonAsync<Dictionary<string, long>>("/v1/jobs/counts");
        Assert.Equal((1, 0), (counts![JobStatuses.Finished], counts[JobStatuses.Queued]));
        Assert.Equal(jobId, Assert.Single((await api.Client.GetFromJsonAsync<Page<JobRecord>>("/v1/jobs?status=finished"))!.Items).JobId);
        await Refused(await api.Client.DeleteAsync($"/v1/jobs/{jobId}"), 409);
    }

    [Fact]
    public async Task A_queued_job_is_cancelled_at_once_and_a_running_one_soon()
    {
        await using var api = await StartAsync(("Jobs:Prefetch", "1"));
        api.Models.Gate.Reset();
        var running = await api.Client.SubmitAsync(Forms.Png(1));
        await api.Client.WaitForAsync(running, JobStatuses.Running);
        await Eventually.TrueAsync(() => api.Models.InProgress == 1);
        var queued = await api.Client.SubmitAsync(Forms.Png(2));

        Assert.Equal(HttpStatusCode.OK, (await api.Client.DeleteAsync($"/v1/jobs/{queued}")).StatusCode);
        Assert.Equal(JobStatuses.Cancelled, (await api.Client.GetJobAsync(queued)).Status);
        Assert.Equal(HttpStatusCode.OK, (await api.Client.DeleteAsync($"/v1/jobs/{running}")).StatusCode);
        await api.Client.WaitForAsync(running, JobStatuses.Cancelled);

        Assert.Equal(1, api.Models.Cancelled);
        api.Models.Gate.Set();
        var last = await api.Client.SubmitAsync(Forms.Png(3));
        await api.Client.WaitForAsync(last, JobStatuses.Finished);
        Assert.Equal(0, (await api.Client.GetJobAsync(queued)).Attempts);
    }

    [Fact]
    public async Task A_stopped_service_gives_its_job_back_and_the_next_one_does_it()
    {
        var database = await postgres.Server.CreateDatabaseAsync();
        var folder = Directory.CreateTempSubdirectory("aspireml-api-").FullName;
        Guid jobId;
        await using (var first = await InferenceApi.Start(database, folder, new()).ReadyAsync())
        {
            first.Models.Gate.Reset();
            jobId = await first.Client.SubmitAsync();
            await Eventually.TrueAsync(() => first.Models.InProgress == 1);
        }

        await using var second = await InferenceApi.Start(database, folder, new()).ReadyAsync();
        Assert.Equal(2, (await second.Client.WaitForAsync(jobId, JobStatuses.Finished)).Attempts);
    }

    [Fact]
    public async Task A_job_that_always_fails_is_given_up_with_a_reason()
    {
        await using var api = await StartAsync(("Jobs:MaxAttempts", "2"));
        api.Models.Failure = new InvalidOperationException("secret detail");

        var jobId = await api.Client.SubmitAsync();
        var job = await api.Client.WaitForAsync(jobId, JobStatuses.Failed);

        Assert.Equal(2, job.Attempts);
        Assert.StartsWith("It was given up after 2 attempts.", job.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", job.Message, StringComparison.Ordinal);
        Assert.Equal(job.Message, (await DeadAsync(api)).Reason);
    }

    [Fact]
    public async Task A_job_that_can_never_be_done_fails_at_once()
    {
        await using var api = await StartAsync();
        api.Models.Lines = [];

        var job = await api.Client.WaitForAsync(await api.Client.SubmitAsync(), JobStatuses.Failed);

        Assert.Equal(1, job.Attempts);
        Assert.StartsWith("No text was found", job.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json", "The message is not JSON.")]
    [InlineData("[]", "The message is not a JSON object.")]
    [InlineData("""{"payload":{},"sentAt":"2026-11-21T08:30:00Z"}""", "The message names no service.")]
    [InlineData("""{"service":"line-a","payload":3,"sentAt":"2026-11-21T08:30:00Z"}""", "The payload of the message is missing or not an object.")]
    [InlineData("""{"service":"line-a","payload":{},"sentAt":"yesterday"}""", "The message does not say when it was sent; sentAt is a time such as 2026-11-21T08:30:00Z.")]
    [InlineData("""{"service":"line-a","payload":{},"sentAt":"2026-11-21T08:30:00Z","jobId":"7"}""", "The jobId of the message is not a UUID.")]
    [InlineData("""{"service":"line-a","payload":{"x":"\u0000"},"sentAt":"2026-11-21T08:30:00Z"}""", "The payload holds a character that cannot be kept, such as \\u0000.")]
    [InlineData("""{"service":"line-b","payload":{},"sentAt":"2026-11-21T08:30:00Z"}""", "The message is for the service line-b but came to line-a.")]
    public async Task A_message_that_is_none_goes_to_the_dead_letters_with_the_reason(string body, string reason)
    {
        await using var api = await StartAsync();
        await BindAsync(api, "line-a");
        await Broker(api).PublishAsync("line-a", Encoding.UTF8.GetBytes(body), default);

        var dead = await DeadAsync(api);
        Assert.Equal(("line-a", reason), (dead.Service, dead.Reason));
    }

    [Fact]
    public async Task A_message_for_an_unknown_service_goes_to_the_dead_letters()
    {
        await using var api = await StartAsync();
        await Broker(api).PublishAsync("nobody", "{}"u8.ToArray(), default);

        Assert.Contains("no service named nobody", (await DeadAsync(api)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_message_delivered_twice_is_done_once()
    {
        await using var api = await StartAsync(("Jobs:Prefetch", "1"));
        var first = await api.Client.SubmitAsync();
        var image = (await api.Client.WaitForAsync(first, JobStatuses.Finished)).Payload.GetProperty("image").GetString();
        await BindAsync(api, "line-a");
        var message = Encoding.UTF8.GetBytes(
            $$$"""{"service":"line-a","payload":{"image":"{{{image}}}","question":"What is the total?"},"sentAt":"2026-11-21T08:30:00+01:00"}""");
        await Broker(api).PublishAsync("line-a", message, default);
        await Broker(api).PublishAsync("line-a", message, default);

        await Eventually.TrueAsync(async () => (await ListAsync()).Count == 1);
        await Eventually.TrueAsync(async () => await Broker(api).CountWaitingAsync("line-a", default) == 0);
        await Eventually.TrueAsync(async () => (await ListAsync())[0].Status == JobStatuses.Finished);
        var job = Assert.Single(await ListAsync());
        Assert.Equal(1, job.Attempts);
        Assert.Equal(7, job.JobId.Version);

        async Task<IReadOnlyList<JobRecord>> ListAsync() =>
            [.. (await api.Client.GetFromJsonAsync<Page<JobRecord>>("/v1/jobs"))!.Items.Where(job => job.Service == "line-a")];
    }

    [Fact]
    public async Task Bad_requests_are_refused_with_a_sentence()
    {
        await using var api = await StartAsync();
        await Refused(await api.Client.PostAsJsonAsync("/v1/jobs", new { model = "none", payload = new { } }), 422);
        await Refused(await api.Client.PostAsJsonAsync("/v1/jobs", new { model = "span-reader", payload = new { image = "../../etc/passwd", question = "?" } }), 422);
        await Refused(await api.Client.PostAsJsonAsync("/v1/jobs", new { model = "span-reader", payload = new { image = new string('a', 64), question = "?" } }), 422);
        await Refused(await api.Client.PostAsJsonAsync("/v1/jobs", new { model = "span-reader" }), 400);
        await Refused(await api.Client.PostAsync("/v1/jobs", new StringContent("{", Encoding.UTF8, "application/json")), 400);
        await Refused(await api.Client.PostAsync("/v1/jobs", new StringContent("x")), 415);
        await Refused(await api.Client.PostAsync("/v1/jobs", Forms.Ask("not an image"u8.ToArray())), 422);
        await Refused(await api.Client.GetAsync("/v1/jobs/7"), 404);
        await Refused(await api.Client.GetAsync($"/v1/jobs/{Guid.CreateVersion7()}"), 404);
        await Refused(await api.Client.DeleteAsync($"/v1/jobs/{Guid.CreateVersion7()}"), 404);
        await Refused(await api.Client.GetAsync("/v1/jobs?status=done"), 400);
        await Refused(await api.Client.GetAsync("/v1/jobs?limit=0"), 400);
        await Refused(await api.Client.GetAsync("/v1/jobs?cursor=x"), 400);
        await Refused(await api.Client.PutAsJsonAsync("/v1/services/line-a", new { model = "none", alias = "champion" }), 422);
        await Refused(await api.Client.PutAsJsonAsync("/v1/services/Line%20A", new { model = "span-reader", alias = "champion" }), 400);
        await Refused(await api.Client.PutAsJsonAsync("/v1/services/line-a", new { model = "span-reader" }), 400);
        await Refused(await api.Client.DeleteAsync("/v1/services/line-a"), 404);
    }

    [Fact]
    public async Task Services_are_bound_listed_and_forgotten()
    {
        await using var api = await StartAsync();
        await BindAsync(api, "line-a");

        Assert.Equal([new("line-a", "span-reader", "champion")], (await api.Client.GetFromJsonAsync<ServiceBinding[]>("/v1/services"))!);
        Assert.Equal(HttpStatusCode.NoContent, (await api.Client.DeleteAsync("/v1/services/line-a")).StatusCode);
        Assert.Empty((await api.Client.GetFromJsonAsync<ServiceBinding[]>("/v1/services"))!);
    }

    async Task<InferenceApi> StartAsync(params (string Key, string Value)[] settings) =>
        await InferenceApi.Start(
            await postgres.Server.CreateDatabaseAsync(), [("Jobs:ServicesRefresh", "00:00:00.050"), ("Jobs:CancelCheck", "00:00:00.050"), .. settings]).ReadyAsync();

    static IMessageBroker Broker(InferenceApi api) => api.Services.GetRequiredService<IMessageBroker>();

    static async Task BindAsync(InferenceApi api, string service) =>
        (await api.Client.PutAsJsonAsync($"/v1/services/{service}", new { model = "span-reader", alias = "champion" })).EnsureSuccessStatusCode();

    static async Task<DeadLetter> DeadAsync(InferenceApi api)
    {
        IReadOnlyList<DeadLetter> dead = [];
        await Eventually.TrueAsync(async () => (dead = await Broker(api).TakeDeadAsync(10, default)).Count > 0);
        return Assert.Single(dead);
    }

    static Task<string> Refused(HttpResponseMessage response, int status) => response.AssertProblemAsync(status);
}
