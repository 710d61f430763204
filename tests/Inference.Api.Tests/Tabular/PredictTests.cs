using System.Net.Http.Json;
using System.Text;
using AspireMl.Contracts.Tabular;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Storage.Tabular;
using AspireMl.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AspireMl.Inference.Api.Tests.Tabular;

[Collection(SharedPostgres.Name)]
public sealed class PredictTests(PostgresFixture postgres)
{
    const string Path = "/v1/tabular/kiln/predict";

    [Fact]
    public async Task Rows_are_predicted_in_order_and_recorded_under_their_ids()
    {
        await using var api = await StartAsync();

        var answer = await api.Client.PredictAsync(new([Rows.Row(heat: 1, load: 2), Rows.Row(heat: 3, load: 2, grade: "coarse", draft: 1)]));

        Assert.Equal(("kiln", "1.0.0"), (answer.Model.Name, answer.Model.Version));
        Assert.Equal([108f, 124], answer.Predictions.Select(prediction => prediction.Value!.Value));
        Assert.All(answer.Predictions, prediction => Assert.Equal(7, prediction.InferenceId.Version));
        Assert.Null(answer.Warnings);
        await Eventually.TrueAsync(() => api.Captures.Count == 0);
        var recorded = await Store(api).ReadAsync(new() { Model = "kiln", OldestFirst = true }).ToListAsync();
        Assert.Equal(answer.Predictions.Select(prediction => prediction.InferenceId), recorded.Select(row => row.InferenceId));
        Assert.Equal([1, 2, 0, float.NaN], recorded[0].Features);
        Assert.Equal((124, "1.0.0"), (recorded[1].Prediction, recorded[1].Version));
    }

    [Fact]
    public async Task Ten_thousand_rows_are_answered_and_all_are_recorded()
    {
        await using var api = await StartAsync();

        var answer = await api.Client.PredictAsync(Rows.Many(10_000));

        Assert.Equal(10_000, answer.Predictions.Select(prediction => prediction.InferenceId).Distinct().Count());
        Assert.All(answer.Predictions.Index(), row => Assert.Equal(106 + (2 * (row.Index % 10)), row.Item.Value));
        await Eventually.TrueAsync(() => api.Captures.Count == 0);
        Assert.Equal(10_000, await Store(api).CountAsync(new() { Model = "kiln" }, default));
    }

    [Fact]
    public async Task Contributions_and_their_base_add_up_to_the_prediction()
    {
        await using var api = await StartAsync();

        var answer = await api.Client.PredictAsync(Rows.One(heat: 4, load: 5, grade: "coarse"), "?explain=true");

        var explained = Assert.Single(answer.Contributions!);
        Assert.Equal(new Dictionary<string, double> { ["heat"] = 8, ["load"] = 15, ["grade"] = 5, ["draft"] = 0 }, explained.Features);
        Assert.Equal(answer.Predictions[0].Value!.Value, explained.Base + explained.Features.Values.Sum(), 4);
    }

    [Fact]
    public async Task Unusual_values_are_answered_with_a_warning()
    {
        await using var api = await StartAsync();

        var answer = await api.Client.PredictAsync(new([Rows.Row(), Rows.Row(heat: 11), Rows.Row(heat: 12)]));

        Assert.Equal(
            new("heat", 2, 2, "Training saw heat from 0 to 10; 2 of 3 rows are outside, the first is row 2."), Assert.Single(answer.Warnings!));
    }

    [Fact]
    public async Task A_classifier_gives_a_label_with_all_probabilities()
    {
        await using var api = await InferenceApi.Start(
            await postgres.Server.CreateDatabaseAsync(), Directory.CreateTempSubdirectory("aspireml-api-").FullName, new() { Installed = { ClassifierPackage.Write() } }).ReadyAsync();

        using var response = await api.Client.PostAsJsonAsync("/v1/tabular/sorter/predict", new TabularInstances([new Dictionary<string, object?> { ["weight"] = 3 }]));
        var prediction = (await response.Content.ReadFromJsonAsync<TabularAnswer>())!.Predictions[0];

        Assert.Equal(("heavy", null), (prediction.Label, prediction.Value));
        Assert.Equal(["light", "heavy"], prediction.Probabilities!.Keys);
        Assert.Equal(1, prediction.Probabilities.Values.Sum(), 5);
        await Eventually.TrueAsync(() => api.Captures.Count == 0);
        var recorded = Assert.Single(await Store(api).FindAsync([prediction.InferenceId], default));
        Assert.Equal((1, prediction.Probabilities["heavy"]), (recorded.Prediction, recorded.Probabilities![1]));
    }

    [Fact]
    public async Task Rows_that_cannot_be_answered_are_refused_with_the_reason()
    {
        (string Body, int Status, string Reason)[] refusals =
        [
            ("""{"instances":[{"heat":"hot","load":2,"grade":"fine"}]}""", 422, "row 1: heat must be a number"),
            ("""{"instances":[{"load":2,"grade":"fine"}]}""", 422, "row 1: heat is missing"),
            ("""{"instances":[{"heat":1,"load":2,"grade":"fine","colour":3}]}""", 422, "'colour' is not a feature"),
            ("""{"instances":[{"heat":1,"load":101,"grade":"fine"}]}""", 422, "load must be from 0 to 100"),
            ("""{"instances":[{"heat":1e38,"load":2,"grade":"fine","draft":3e38}]}""", 422, "no finite number for row 1"),
            ("""{"instances":[]}""", 422, "no instances"),
            ("""{"instances":[{"heat":NaN}]}""", 400, "not JSON"),
            ("""{"rows":[]}""", 400, "instances"),
            ("", 400, "not JSON"),
        ];
        await using var api = await StartAsync();

        foreach (var (body, status, reason) in refusals)
        {
            using var response = await PostAsync(api, body);
            Assert.Contains(reason, await response.AssertProblemAsync(status), StringComparison.Ordinal);
        }

        Assert.Equal(0, api.Captures.Count);
    }

    [Fact]
    public async Task What_exceeds_the_bounds_is_refused()
    {
        await using var api = await StartAsync(("Tabular:MaxBytes", "2000000"), ("Tabular:MaxExplained", "5"));

        using var rows = await api.Client.PostAsJsonAsync(Path, Rows.Many(10_001));
        Assert.Contains("more than 10000 instances", await rows.AssertProblemAsync(413), StringComparison.Ordinal);
        // The service closes the connection without reading so much: the client must hear of it before it sends.
        using var large = new HttpRequestMessage(HttpMethod.Post, Path)
        {
            Content = new StringContent(new(' ', 2_000_001), Encoding.UTF8, "application/json"),
            Headers = { ExpectContinue = true },
        };
        using var bytes = await api.Client.SendAsync(large);
        await bytes.AssertProblemAsync(413);
        using var explained = await api.Client.PostAsJsonAsync(Path + "?explain=true", Rows.Many(6));
        await explained.AssertProblemAsync(413);
    }

    [Fact]
    public async Task Unknown_models_media_types_and_words_are_refused()
    {
        (string Path, string MediaType, int Status)[] refusals =
        [
            ("/v1/tabular/oven/predict", "application/json", 404),
            ("/v1/tabular/span-reader/predict", "application/json", 404),
            (Path, "text/csv", 415),
            (Path + "?explain=perhaps", "application/json", 400),
        ];
        await using var api = await StartAsync();

        foreach (var (path, mediaType, status) in refusals)
        {
            using var response = await api.Client.PostAsync(path, new StringContent("{}", Encoding.UTF8, mediaType));
            await response.AssertProblemAsync(status);
        }
    }

    async Task<InferenceApi> StartAsync(params (string Key, string Value)[] settings) =>
        await InferenceApi.StartWithKilnAsync(await postgres.Server.CreateDatabaseAsync(), settings);

    static ITabularInferenceStore Store(InferenceApi api) => api.Services.GetRequiredService<ITabularInferenceStore>();

    static Task<HttpResponseMessage> PostAsync(InferenceApi api, string body) =>
        api.Client.PostAsync(Path, new StringContent(body, Encoding.UTF8, "application/json"));
}
