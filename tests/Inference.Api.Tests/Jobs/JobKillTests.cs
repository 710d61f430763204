using System.Net.Http.Json;
using AspireMl.Contracts.Inferences;
using AspireMl.Contracts.Jobs;
using AspireMl.Contracts.Paging;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Inference.Api.Tests.RealPipeline;
using AspireMl.Testing;

namespace AspireMl.Inference.Api.Tests.Jobs;

/// <summary>Two processes share one queue; one of them is killed while it works.</summary>
[Collection(SharedPostgres.Name)]
public sealed class JobKillTests(PostgresFixture postgres) : IDisposable
{
    const int Jobs = 12;

    readonly string _folder = Directory.CreateTempSubdirectory("aspireml-api-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_killed_process_loses_no_job_and_none_is_done_twice()
    {
        var database = await postgres.Server.CreateDatabaseAsync();
        (string, string)[] settings = [("Queue__Lease", "00:00:03"), ("Jobs__Prefetch", "1"), ("Work__Workers", "1")];
        await using var survivor = await InferenceProcess.StartAsync(database, _folder, settings);
        await using var victim = await InferenceProcess.StartAsync(database, _folder, settings);
        List<Guid> ids = [];
        foreach (var number in Enumerable.Range(0, Jobs))
        {
            ids.Add(await survivor.Client.SubmitAsync(Pages.Receipt($"{1111 + (number * 23)}"), $"{Pages.Question.TrimEnd('?')} {number}?"));
        }

        // Both have had some, and both have one in hand.
        await Eventually.TrueAsync(async () => Workers(await ListAsync(survivor, JobStatuses.Finished)) == 2 && Workers(await ListAsync(survivor, JobStatuses.Running)) == 2);
        var finished = (await ListAsync(survivor, JobStatuses.Finished)).ToDictionary(job => job.JobId, job => job.FinishedAt);
        await victim.KillAsync();

        await Eventually.TrueAsync(async () => (await ListAsync(survivor, JobStatuses.Finished)).Count == Jobs);

        var all = await ListAsync(survivor, JobStatuses.Finished);
        Assert.Equal(ids.Order(), all.Select(job => job.JobId).Order());
        Assert.Contains(all, job => job.Attempts == 2);
        Assert.All(all.Where(job => finished.ContainsKey(job.JobId)), job => Assert.Equal(finished[job.JobId], job.FinishedAt));
        await Eventually.TrueAsync(async () => (await RecordsAsync(survivor)).Count >= Jobs - 1);
        Assert.Distinct((await RecordsAsync(survivor)).Select(record => record.Question));
    }

    static int Workers(IEnumerable<JobRecord> jobs) => jobs.Select(job => job.Worker).Distinct().Count();

    static async Task<IReadOnlyList<JobRecord>> ListAsync(ServiceProcess service, string status) =>
        (await service.Client.GetFromJsonAsync<Page<JobRecord>>($"/v1/jobs?status={status}"))!.Items;

    static async Task<IReadOnlyList<InferenceRecord>> RecordsAsync(ServiceProcess service) =>
        (await service.Client.GetFromJsonAsync<Page<InferenceRecord>>("/v1/inferences?limit=200"))!.Items;
}
