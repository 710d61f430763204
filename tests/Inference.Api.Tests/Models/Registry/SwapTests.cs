using System.Net.Http.Json;
using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Jobs;
using AspireMl.Contracts.Models;
using AspireMl.Inference.Api.Models;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Inference.Api.Tests.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace AspireMl.Inference.Api.Tests.Models.Registry;

[Collection(SharedPostgres.Name)]
public sealed class SwapTests(PostgresFixture postgres)
{
    const int Swaps = 20;
    const int Callers = 4;

    [Fact]
    public async Task Twenty_swaps_under_load_lose_no_request_and_no_job()
    {
        var models = new FakeModels { Installed = { TabularPackages.Write(), TabularPackages.Write(version: "2.0.0", intercept: 200) } };
        await using var api = await InferenceApi.Start(
            await postgres.Server.CreateDatabaseAsync(), Directory.CreateTempSubdirectory("aspireml-api-").FullName, models).ReadyAsync();
        var client = new RegistryClient(api.Client);
        using var stop = new CancellationTokenSource();
        var callers = Enumerable.Range(0, Callers).Select(_ => Task.Run(() => CallUntilAsync(api.Client, stop.Token))).ToArray();

        List<Guid> jobs = [];
        for (var swap = 0; swap < Swaps; swap++)
        {
            var version = swap % 2 == 0 ? "1.0.0" : "2.0.0";
            jobs.Add(await SubmitAsync(api.Client));
            await client.MoveAliasAsync("kiln", ModelAliases.Champion, version, $"Swap {swap}.");
            Assert.Equal(version, (await api.Client.PredictAsync(Rows.One())).Model.Version);
        }

        await stop.CancelAsync();
        Assert.All(await Task.WhenAll(callers), calls => Assert.True(calls > 0));
        foreach (var job in jobs)
        {
            Assert.Contains((await api.Client.WaitForAsync(job, JobStatuses.Finished)).AnsweredBy!.Version, (string[])["1.0.0", "2.0.0"]);
        }

        Assert.Equal(Swaps + 1, (await client.HistoryAsync("kiln")).Items.Count);
        var kiln = api.Services.GetRequiredService<ModelCatalog>().Find("kiln");
        Assert.Equal("2.0.0", Assert.Single(kiln!.Versions, version => version.Loaded is not null).Package.Version);
    }

    // Each answer must be all of one version: its number and what it predicts.
    static async Task<int> CallUntilAsync(HttpClient client, CancellationToken stop)
    {
        var calls = 0;
        for (; !stop.IsCancellationRequested; calls++)
        {
            var answer = await client.PredictAsync(Rows.One());
            Assert.Equal(answer.Model.Version == "1.0.0" ? 108 : 208, answer.Predictions[0].Value);
        }

        return calls;
    }

    static async Task<Guid> SubmitAsync(HttpClient client)
    {
        using var response = await client.PostAsJsonAsync("/v1/jobs", new { model = "kiln", payload = Rows.One() });
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<JobAccepted>())!.JobId;
    }
}
