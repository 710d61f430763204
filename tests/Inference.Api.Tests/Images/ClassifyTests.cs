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
public sealed class ClassifyTests(ColoursFixture colours) : IClassFixture<ColoursFixture>
{
    readonly InferenceApi _api = colours.Api;

    [Fact]
    public async Task An_image_gets_its_most_probable_labels_first()
    {
        var answer = await _api.Client.ClassifyAsync(ColourNetwork.Png("BBBR"), "?top=2");

        Assert.Equal((ImagePackages.Name, "1.0.0"), (answer.Model.Name, answer.Model.Version));
        Assert.Equal(["blue", "red"], answer.Predictions.Select(prediction => prediction.Label));
        Assert.InRange(answer.Predictions[0].Confidence, 0.99, 1);
        Assert.Null(answer.Heatmap);
    }

    [Fact]
    public async Task The_answer_has_the_fields_of_the_contract_and_no_others()
    {
        using var plain = await PostAsync("");
        using var explained = await PostAsync("?explain=true");

        Assert.Equal(["inferenceId", "model", "predictions"], Names(plain.RootElement));
        Assert.Equal(["inferenceId", "model", "predictions", "heatmap"], Names(explained.RootElement));
        Assert.Equal(["label", "confidence"], Names(plain.RootElement.GetProperty("predictions")[0]));
        Assert.Equal(["png", "overlay"], Names(explained.RootElement.GetProperty("heatmap")));
        Assert.Equal(3, plain.RootElement.GetProperty("predictions").GetArrayLength());
    }

    [Fact]
    public async Task A_heat_map_shows_where_the_label_is_and_is_kept()
    {
        var answer = await _api.Client.ClassifyAsync(ColourNetwork.Png("BRRR", 60, 40), "?explain=true");

        using var decoder = new ImageDecoder(new());
        using var grey = decoder.DecodeSingle(answer.Heatmap!.Png);
        using var overlay = decoder.DecodeSingle(answer.Heatmap.Overlay);
        Assert.Equal((60, 40, 60, 40), (grey.Width, grey.Height, overlay.Width, overlay.Height));
        Assert.Equal((0, 255), (grey.Pixels[0], grey.Pixels[^1]));
        var address = $"/v1/inferences/{answer.InferenceId}/heatmap";
        Assert.Equal(answer.Heatmap.Png, await _api.Client.GetByteArrayAsync(address));
        await Eventually.TrueAsync(() => _api.Captures.Count == 0);
        Assert.Equal(answer.Heatmap.Png, await _api.Client.GetByteArrayAsync(address));
        Assert.Equal(ObjectKey.Of(answer.Heatmap.Png), (await RecordAsync(answer.InferenceId)).Heatmap);
    }

    [Fact]
    public async Task An_answer_is_recorded_with_its_image_embedding_and_probabilities()
    {
        var image = ColourNetwork.Png("GGGR", 48, 24);

        var answer = await _api.Client.ClassifyAsync(image);
        await Eventually.TrueAsync(() => _api.Captures.Count == 0);

        var record = await RecordAsync(answer.InferenceId);
        Assert.Equal(("image-classification", "green", "image/png"), (record.Task, record.Answer, record.MediaType));
        Assert.Equal(answer.Predictions, record.Predictions);
        Assert.Equal(48, record.Features!["image_width"]);
        Assert.Equal(image, await _api.Client.GetByteArrayAsync($"/v1/inferences/{answer.InferenceId}/image"));
        var measured = Assert.Single(await _api.Services.GetRequiredService<IImageInferenceStore>().FindAsync([answer.InferenceId], default));
        Assert.Equal((answer.InferenceId, ObjectKey.Of(image)), (measured.InferenceId, measured.InputHash));
        Assert.Equal([0.25f, 0.75f, 0], measured.Embedding.Select(value => MathF.Round(value, 4)));
        Assert.Equal(answer.Predictions[0].Confidence, measured.Probabilities[1], 1e-6);
        var listed = await _api.Client.GetFromJsonAsync<Page<InferenceRecord>>("/v1/inferences?task=image-classification");
        Assert.Contains(answer.InferenceId, listed!.Items.Select(item => item.InferenceId));
    }

    [Fact]
    public async Task A_person_may_judge_an_answer()
    {
        var answer = await _api.Client.ClassifyAsync(ColourNetwork.Png("GGGR"));

        using var response = await _api.Client.PostAsJsonAsync($"/v1/feedback/{answer.InferenceId}", new { verdict = "incorrect", expected = "red" });

        Assert.Equal(204, (int)response.StatusCode);
        await Eventually.TrueAsync(() => _api.Captures.Count == 0);
        var feedback = (await RecordAsync(answer.InferenceId)).Feedback;
        Assert.Equal(("incorrect", "red"), (feedback!.Verdict, feedback.Expected));
    }

    [Fact]
    public async Task Another_model_answers_when_the_form_names_it()
    {
        using var form = Forms.Image(ColourNetwork.Png("RRRR"));
        form.Add(new StringContent("mute-colours"), "model");

        using var response = await _api.Client.PostAsync("/v1/images/classify", form);

        Assert.Contains("\"mute-colours\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_openapi_document_describes_the_endpoints()
    {
        var document = JsonDocument.Parse(await _api.Client.GetStringAsync("/openapi/v1.json")).RootElement.GetProperty("paths");

        var single = document.GetProperty("/v1/images/classify").GetProperty("post");
        Assert.Equal("ClassifyImage", single.GetProperty("operationId").GetString());
        Assert.Equal(["top", "explain"], single.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()));
        Assert.Equal("ClassifyImages", document.GetProperty("/v1/images/classify/batch").GetProperty("post").GetProperty("operationId").GetString());
    }

    async Task<JsonDocument> PostAsync(string query)
    {
        using var response = await _api.Client.PostAsync("/v1/images/classify" + query, Forms.Image(ColourNetwork.Png("BBBR")));
        return JsonDocument.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
    }

    static IEnumerable<string> Names(JsonElement value) => value.EnumerateObject().Select(field => field.Name);

    async Task<InferenceRecord> RecordAsync(Guid id) => (await _api.Client.GetFromJsonAsync<InferenceRecord>($"/v1/inferences/{id}"))!;
}
