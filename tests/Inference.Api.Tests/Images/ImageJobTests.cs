using System.Net.Http.Json;
using System.Text.Json;
using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Images;
using AspireMl.Contracts.Jobs;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Inference.Api.Tests.Jobs;
using AspireMl.Modeling.Tests.Images;
using AspireMl.Storage.Images;
using AspireMl.Storage.Objects;
using AspireMl.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AspireMl.Inference.Api.Tests.Images;

[Collection(SharedPostgres.Name)]
public sealed class ImageJobTests(ColoursFixture colours) : IClassFixture<ColoursFixture>
{
    readonly InferenceApi _api = colours.Api;

    [Fact]
    public async Task A_form_becomes_a_job_whose_answer_is_recorded_under_its_id()
    {
        var clients = new ImageClient(_api.Client);

        var jobId = await clients.SubmitAsync(Upload("GGGR"), ImagePackages.Name, top: 1, explain: true);

        var job = await _api.Client.WaitForAsync(jobId, JobStatuses.Finished);
        var answer = job.Result!.Value.Deserialize<ImageAnswer>(JsonSerializerOptions.Web)!;
        Assert.Equal(jobId, answer.InferenceId);
        Assert.Equal("green", Assert.Single(answer.Predictions).Label);
        Assert.NotEmpty(answer.Heatmap!.Overlay);
        await Eventually.TrueAsync(() => _api.Captures.Count == 0);
        Assert.Equal(jobId, Assert.Single(await _api.Services.GetRequiredService<IImageInferenceStore>().FindAsync([jobId], default)).InferenceId);
    }

    [Fact]
    public async Task A_stored_image_is_asked_about_by_its_hash()
    {
        var image = ColourNetwork.Png("BBBB");
        await _api.Client.ClassifyAsync(image);
        await Eventually.TrueAsync(() => _api.Captures.Count == 0);

        var job = await _api.Client.WaitForAsync(await SubmitAsync(new { image = ObjectKey.Of(image), top = 2 }), JobStatuses.Finished);

        var answer = job.Result!.Value.Deserialize<ImageAnswer>(JsonSerializerOptions.Web)!;
        Assert.Equal(["blue", "red"], answer.Predictions.Select(prediction => prediction.Label));
        Assert.Null(answer.Heatmap);
    }

    [Fact]
    public async Task A_payload_that_can_never_be_done_is_refused()
    {
        var image = new string('a', 64);

        Assert.Contains("no image with this hash", await RefusalAsync(new { image }), StringComparison.Ordinal);
        Assert.Contains("SHA-256", await RefusalAsync(new { image = "photo" }), StringComparison.Ordinal);
        Assert.Contains("top is a whole number", await RefusalAsync(new { image, top = 1000 }), StringComparison.Ordinal);
        Assert.Contains("explain is true or false", await RefusalAsync(new { image, explain = "yes" }), StringComparison.Ordinal);
        Assert.Contains("cannot explain", await RefusalAsync(new { image, explain = true }, "mute-colours"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_does_not_fit_the_model_is_refused()
    {
        using var question = Forms.Ask(ColourNetwork.Png("RRRR"), model: ImagePackages.Name);
        using var none = Forms.Image(ColourNetwork.Png("RRRR"));
        none.Add(new StringContent("span-reader"), "model");
        using var rows = Forms.Image(ColourNetwork.Png("RRRR"));
        rows.Add(new StringContent("kiln"), "model");

        Assert.Contains("takes no question", await PostAsync(question, 400), StringComparison.Ordinal);
        Assert.Contains("question is missing", await PostAsync(none, 400), StringComparison.Ordinal);
        Assert.Contains("takes no images", await PostAsync(rows, 422), StringComparison.Ordinal);

        async Task<string> PostAsync(HttpContent form, int status)
        {
            using var response = await _api.Client.PostAsync("/v1/jobs", form);
            return await response.AssertProblemAsync(status);
        }
    }

    [Fact]
    public async Task The_typed_client_classifies_one_image_and_many()
    {
        var client = new ImageClient(_api.Client);

        var single = await client.ClassifyAsync(Upload("RRRG"), top: 1, explain: true);
        var batch = await client.ClassifyBatchAsync([Upload("BBBB"), new(new MemoryStream([1, 2]), "image/png", "broken.png")], ImagePackages.Name, top: 1);
        using var heatmap = await client.GetHeatmapAsync(single.InferenceId);

        Assert.Equal("red", Assert.Single(single.Predictions).Label);
        Assert.Equal(["blue", null], batch.Results.Select(result => result.Predictions?[0].Label));
        Assert.Equal("image/png", heatmap.MediaType);
    }

    static ImageUpload Upload(string quarters) => new(new MemoryStream(ColourNetwork.Png(quarters)), "image/png", "image.png");

    async Task<Guid> SubmitAsync(object payload) =>
        await new JobClient(_api.Client).SubmitAsync(ImagePackages.Name, JsonSerializer.SerializeToElement(payload));

    async Task<string> RefusalAsync(object payload, string model = ImagePackages.Name)
    {
        using var response = await _api.Client.PostAsJsonAsync("/v1/jobs", new { model, payload });
        return await response.AssertProblemAsync(422);
    }
}
