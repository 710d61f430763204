using System.Net;
using System.Net.Http.Json;
using AspireMl.Contracts.Models;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Testing;

namespace AspireMl.Inference.Api.Tests.Models;

[Collection(SharedPostgres.Name)]
public sealed class ModelTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Models_come_with_versions_aliases_and_readiness()
    {
        await using var api = await (await StartAsync(new())).ReadyAsync();

        var models = await api.Client.GetFromJsonAsync<ModelSummary[]>("/v1/models");

        Assert.Equal(["layoutlmv3", "span-reader"], models!.Select(model => model.Name));
        Assert.All(models!, model => Assert.True(model.Ready));
        Assert.Equal("1.10.0-rc.1", models![1].Aliases["champion"]);
        Assert.Equal(["1.10.0-rc.1", "1.2.0", "1.0.0"], models[1].Versions.Select(version => version.Version));

        var one = await api.Client.GetFromJsonAsync<ModelSummary>("/v1/models/span-reader");
        Assert.Equivalent(models[1], one, strict: true);
        var card = await api.Client.GetFromJsonAsync<ModelCard>("/v1/models/span-reader/versions/1.2.0");
        Assert.Equal(("span-reader", "1.2.0"), (card!.Name, card.Version));
    }

    [Theory]
    [InlineData("/v1/models/other")]
    [InlineData("/v1/models/span-reader/versions/9.9.9")]
    [InlineData("/v1/models/..%2f..%2fetc")]
    public async Task Unknown_models_and_versions_are_not_found(string path)
    {
        await using var api = await (await StartAsync(new())).ReadyAsync();
        using var response = await api.Client.GetAsync(path);
        await response.AssertProblemAsync(404);
    }

    [Fact]
    public async Task While_models_load_the_service_is_alive_but_not_ready_and_says_when_to_retry()
    {
        var models = new FakeModels();
        models.Loaded.Reset();
        await using var api = await StartAsync(models);
        await Eventually.TrueAsync(async () => (await api.Client.GetFromJsonAsync<ModelSummary[]>("/v1/models"))!.Length == 2);

        Assert.Equal(HttpStatusCode.OK, (await api.Client.GetAsync("/alive")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await api.Client.GetAsync("/health")).StatusCode);
        using var ask = await api.Client.PostAsync("/v1/documents/ask", Forms.Ask());
        await ask.AssertProblemAsync(503);
        using var ocr = await api.Client.PostAsync("/v1/documents/ocr", Forms.Image(Forms.Png()));
        await ocr.AssertProblemAsync(503);
        var loading = await api.Client.GetFromJsonAsync<ModelSummary>("/v1/models/span-reader");
        Assert.False(loading!.Ready);
        Assert.NotNull(loading.Status);

        models.Loaded.Set();
        await api.ReadyAsync();
        await api.Client.AskAsync();
    }

    [Fact]
    public async Task A_broken_package_is_named_and_the_others_are_served()
    {
        var models = new FakeModels { Defects = { ["layoutlmv3"] = "The hash of model.onnx is wrong." } };
        await using var api = await (await StartAsync(models)).ReadyAsync();

        await Eventually.TrueAsync(async () =>
            (await api.Client.GetFromJsonAsync<ModelSummary>("/v1/models/layoutlmv3"))!.Status == "The hash of model.onnx is wrong.");
        using var response = await api.Client.PostAsync("/v1/documents/ask", Forms.Ask(model: "layoutlmv3"));
        Assert.Contains("hash", await response.AssertProblemAsync(503), StringComparison.Ordinal);
        await api.Client.AskAsync();
    }

    [Fact]
    public async Task Without_its_default_model_the_service_is_not_ready_and_says_which_is_missing()
    {
        var models = new FakeModels();
        models.Cards.RemoveAll(card => card.Name == "span-reader");
        await using var api = await StartAsync(models);

        await Eventually.TrueAsync(async () => (await (await api.Client.GetAsync("/health")).Content.ReadAsStringAsync()).Contains("No model named span-reader", StringComparison.Ordinal));
        using var response = await api.Client.PostAsync("/v1/documents/ask", Forms.Ask());
        await response.AssertProblemAsync(503);
    }

    async Task<InferenceApi> StartAsync(FakeModels models) =>
        InferenceApi.Start(await postgres.Server.CreateDatabaseAsync(), Directory.CreateTempSubdirectory("aspireml-api-").FullName, models);
}
