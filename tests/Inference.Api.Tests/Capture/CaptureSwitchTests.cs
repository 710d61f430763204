using System.Net;
using AspireMl.Contracts.Clients;
using AspireMl.Inference.Api.Tests.Harness;

namespace AspireMl.Inference.Api.Tests.Capture;

[Collection(SharedPostgres.Name)]
public sealed class CaptureSwitchTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Where_nothing_may_be_kept_answers_are_given_and_leave_no_record()
    {
        await using var api = await InferenceApi.StartWithKilnAsync(await postgres.Server.CreateDatabaseAsync(), ("Capture:Enabled", "false"));
        var client = new InferenceClient(api.Client);

        var answer = await api.Client.PredictAsync(Rows.One());

        Assert.Equal((0, 0), (api.Captures.Count, api.Captures.Dropped));
        var inference = answer.Predictions[0].InferenceId;
        Assert.Equal(HttpStatusCode.NotFound, (await Assert.ThrowsAsync<ApiException>(() => client.GetInferenceAsync(inference))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Assert.ThrowsAsync<ApiException>(() => client.GiveFeedbackAsync(inference, "correct"))).Status);
    }
}
