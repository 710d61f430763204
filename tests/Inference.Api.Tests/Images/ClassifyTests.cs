using System.Net.Http.Json;
using System.Text.Json;
using AspireMl.Contracts.Inferences;
using AspireMl.Contracts.Paging;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Tests.Images;
using AspireMl.Storage.Images;
using AspireMl.Storage.Objects;
using AspireMl.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AspireMl.Inference.Api.Tests.Images;

[Collection(SharedPostgres.Name)]
public sealed class ClassifyTests(PostgresFixture postgres)
{
    [Fact]
    public async Task An_image_gets_its_most_probable_labels_first()
    {
        await using var api = await StartAsync();

        var answer = await api.Client.ClassifyAsync(ColourNetwork.Png("BBBR"), "?top=2");

        Assert.Equal((ImagePackages.Name, "1.0.0"), (answer.Model.Name, answer.Model.Version));
        Assert.Equal(["blue", "red"], answer.Predictions.Select(prediction => prediction.Label));
        Assert.InRange(answer.Predictions[0].Confidence, 0.99, 1);
        Assert.Null(answer.Heatmap);
    }

    [Fact]
    public async Task The_answer_has_the_fields_of_the_contract_and_no_others()
    {
        await using var api = await StartAsync();

        using var plain = await PostAsync(api, "");
        using var explained = await PostAsync(api, "?explain=true");

        Assert.Equal(["inferenceId", "model", "predictions"], Names(plain.RootElement));
        Assert.Equal(["inferenceId", "model", "predictions", "heatmap"], Names(explained.RootElement));
        Assert.Equal(["label", "confidence"], Names(plain.RootElement.GetProperty("predictions")[0]));
        Assert.Equal(["png", "overlay"], Names(explained.RootElement.GetProperty("heatmap")));
        Assert.Equal(3, plain.RootElement.GetProperty("predictions").GetArrayLength());
    }

    [Fact]
    public async Task A_heat_map_shows_where_the_label_is_and_is_kept()
    {
        await using var api = await StartAsync();

        var answer = await api.Client.ClassifyAsync(ColourNetwork.Png("BRRR", 60, 40), "?explain=true");

        using var decoder = new ImageDecoder(new());
        using var grey = decoder.DecodeSingle(answer.Heatmap!.Png);
        using var overlay = decoder.DecodeSingle(answer.Heatmap.Overlay);
        Assert.Equal((60, 40, 60, 40), (grey.Width, grey.Height, overlay.Width, overlay.Height));
        Assert.Equal((0, 255), (grey.Pixels[0], grey.Pixels[^1]));
        var address = $"/v1/inferences/{answer.InferenceId}/heatmap";
        Assert.Equal(answer.Heatmap.Png, await api.Client.GetByteArrayAsync(address));
        await Eventually.TrueAsync(() => api.Captures.Count == 0);
        Assert.Equal(answer.Heatmap.Png, await api.Client.GetByteArrayAsync(address));
        Assert.Equal(ObjectKey.Of(answer.Heatmap.Png), (await RecordAsync(api, answer.InferenceId)).Heatmap);
    }

    [Fact]
    public async Task An_answer_is_recorded_with_its_image_embedding_and_probabilities()
    {
        await using var api = await StartAsync();
        var image = ColourNetwork.Png("GGGR", 48, 24);

        var answer = await api.Client.ClassifyAsync(image);
        await Eventually.TrueAsync(() => api.Captures.Count == 0);

        var record = await RecordAsync(api, answer.InferenceId);
        Assert.Equal(("image-classification", "green", "image/png"), (record.Task, record.Answer, record.MediaType));
        Assert.Equal(answer.Predictions, record.Predictions);
        Assert.Equal(48, record.Features!["image_width"]);
        Assert.Equal(image, await api.Client.GetByteArrayAsync($"/v1/inferences/{answer.InferenceId}/image"));
        var measured = Assert.Single(await api.Services.GetRequiredService<IImageInferenceStore>().ReadAsync(new() { Model = ImagePackages.Name }).ToListAsync());
        Assert.Equal((answer.InferenceId, ObjectKey.Of(image)), (measured.InferenceId, measured.InputHash));
        Assert.Equal([0.25f, 0.75f, 0], measured.Embedding.Select(value => MathF.Round(value, 4)));
        Assert.Equal(answer.Predictions[0].Confidence, measured.Probabilities[1], 1e-6);
        var listed = await api.Client.GetFromJsonAsync<Page<InferenceRecord>>("/v1/inferences?task=image-classification");
        Assert.Equal(answer.InferenceId, Assert.Single(listed!.Items).InferenceId);
    }

    [Fact]
    public async Task A_person_may_judge_an_answer()
    {
        await using var api = await StartAsync();
        var answer = await api.Client.ClassifyAsync(ColourNetwork.Png("GGGR"));

        using var response = await api.Client.PostAsJsonAsync($"/v1/feedback/{answer.InferenceId}", new { verdict = "incorrect", expected = "red" });

        Assert.Equal(204, (int)response.StatusCode);
        await Eventually.TrueAsync(() => api.Captures.Count == 0);
        var feedback = (await RecordAsync(api, answer.InferenceId)).Feedback;
        Assert.Equal(("incorrect", "red"), (feedback!.Verdict, feedback.Expected));
    }

    [Fact]
    public async Task Another_model_answers_when_the_form_names_it()
    {
        await using var api = await StartAsync();
        using var form = Forms.Image(ColourNetwork.Png("RRRR"));
        form.Add(new StringContent("mute-colours"), "model");

        using var response = await api.Client.PostAsync("/v1/images/classify", form);

        Assert.Contains("\"mute-colours\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_openapi_document_describes_the_endpoints()
    {
        await using var api = await StartAsync();

        var document = JsonDocument.Parse(await api.Client.GetStringAsync("/openapi/v1.json")).RootElement.GetProperty("paths");

        var single = document.GetProperty("/v1/images/classify").GetProperty("post");
        Assert.Equal("ClassifyImage", single.GetProperty("operationId").GetString());
        Assert.Equal(["top", "explain"], single.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()));
        Assert.Equal("ClassifyImages", document.GetProperty("/v1/images/classify/batch").GetProperty("post").GetProperty("operationId").GetString());
    }

    async Task<InferenceApi> StartAsync() => await InferenceApi.StartWithColoursAsync(await postgres.Server.CreateDatabaseAsync());

    static async Task<JsonDocument> PostAsync(InferenceApi api, string query)
    {
        using var response = await api.Client.PostAsync("/v1/images/classify" + query, Forms.Image(ColourNetwork.Png("BBBR")));
        return JsonDocument.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
    }

    static IEnumerable<string> Names(JsonElement value) => value.EnumerateObject().Select(field => field.Name);

    static async Task<InferenceRecord> RecordAsync(InferenceApi api, Guid id) => (await api.Client.GetFromJsonAsync<InferenceRecord>($"/v1/inferences/{id}"))!;
}
