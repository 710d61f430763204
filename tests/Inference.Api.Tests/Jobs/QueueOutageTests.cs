using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AspireMl.Contracts.Clients;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Testing;

namespace AspireMl.Inference.Api.Tests.Jobs;

[Collection(SharedPostgres.Name)]
public sealed class QueueOutageTests(PostgresFixture postgres)
{
    [Fact]
    public async Task While_the_queue_is_away_rows_are_answered_jobs_are_put_off_and_the_service_says_so()
    {
        var away = $"amqp://nobody:nothing@127.0.0.1:{FreePort.Next()}";
        await using var api = InferenceApi.Start(
            await postgres.Server.CreateDatabaseAsync(),
            Directory.CreateTempSubdirectory("aspireml-api-").FullName,
            new() { Installed = { TabularPackages.Write() } },
            ("ConnectionStrings:queue", away));
        await Eventually.TrueAsync(async () => await CheckAsync(api, "models") == "Healthy");

        Assert.Equal("Unhealthy", await CheckAsync(api, "queue"));
        Assert.Single((await api.Client.PredictAsync(Rows.One())).Predictions);
        var refused = await Assert.ThrowsAsync<ApiException>(() => new JobClient(api.Client).SubmitAsync("kiln", JsonSerializer.SerializeToElement(Rows.One(), JsonSerializerOptions.Web)));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
    }

    static async Task<string?> CheckAsync(InferenceApi api, string check)
    {
        using var response = await api.Client.GetAsync("/health");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("checks").GetProperty(check).GetProperty("status").GetString();
    }
}
