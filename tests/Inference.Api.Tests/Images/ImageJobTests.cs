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
public sealed class ImageJobTests(PostgresFixture postgres)
{
    [Fact]
    public async Task A_form_becomes_a_job_whose_answer_is_recorded_under_its_id()
    {
        await using var api = await StartAsync();
        var clients = new ImageClient(api.Client);

        var jobId = await clients.SubmitAsync(Upload("GGGR"), ImagePackages.Name, top: 1, explain: true);

        var job = await api.Client.WaitForAsync(jobId, JobStatuses.Finished);
        var answer = job.Result!.Value.Deserialize<ImageAnswer>(JsonSerializerOptions.Web)!;
        Assert.Equal(jobId, answer.InferenceId);
        Assert.Equal("green", Assert.Single(answer.Predictions).Label);
        Assert.NotEmpty(answer.Heatmap!.Overlay);
        await Eventually.TrueAsync(() => api.Captures.Count == 0);
        Assert.Equal(jobId, Assert.Single(await api.Services.GetRequiredService<IImageInferenceStore>().FindAsync([jobId], default)).InferenceId);
    }

    [Fact]
    public async Task A_stored_image_is_asked_about_by_its_hash()
    {
        await using var api = await StartAsync();
        var image = ColourNetwork.Png("BBBB");
        await api.Client.ClassifyAsync(image);
        await Eventually.TrueAsync(() => api.Captures.Count == 0);

        var job = await api.Client.WaitForAsync(await SubmitAsync(api, new { image = ObjectKey.Of(image), top = 2 }), JobStatuses.Finished);

        var answer = job.Result!.Value.Deserialize<ImageAnswer>(JsonSerializerOptions.Web)!;
        Assert.Equal(["blue", "red"], answer.Predictions.Select(prediction => prediction.Label));
        Assert.Null(answer.Heatmap);
    }

    [Fact]
    public async Task A_payload_that_can_never_be_done_is_refused()
    {
        await using var api = await StartAsync();
        var image = new string('a', 64);

        Assert.Contains("no image with this hash", await RefusalAsync(api, new { image }), StringComparison.Ordinal);
        Assert.Contains("SHA-256", await RefusalAsync(api, new { image = "photo" }), StringComparison.Ordinal);
        Assert.Contains("top is a whole number", await RefusalAsync(api, new { image, top = 1000 }), StringComparison.Ordinal);
        Assert.Contains("explain is true or false", await RefusalAsync(api, new { image, explain = "yes" }), StringComparison.Ordinal);
        Assert.Contains("cannot explain", await RefusalAsync(api, new { image, explain = true }, "mute-colours"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_does_not_fit_the_model_is_refused()
    {
        await using var api = await StartAsync();
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
            using var response = await api.Client.PostAsync("/v1/jobs", form);
            return await response.AssertProblemAsync(status);
        }
    }

    [Fact]
    public async Task The_typed_client_classifies_one_image_and_many()
    {
        await using var api = await StartAsync();
        var client = new ImageClient(api.Client);

        var single = await client.ClassifyAsync(Upload("RRRG"), top: 1, explain: true);
        var batch = await client.ClassifyBatchAsync([Upload("BBBB"), new(new MemoryStream([1, 2]), "image/png", "broken.png")], ImagePackages.Name, top: 1);
        using var heatmap = await client.GetHeatmapAsync(single.InferenceId);

        Assert.Equal("red", Assert.Single(single.Predictions).Label);
        Assert.Equal(["blue", null], batch.Results.Select(result => result.Predictions?[0].Label));
        Assert.Equal("image/png", heatmap.MediaType);
    }

    async Task<InferenceApi> StartAsync() =>
        await InferenceApi.StartWithColoursAsync(await postgres.Server.CreateDatabaseAsync(), ("Jobs:ServicesRefresh", "00:00:00.050"), ("Jobs:CancelCheck", "00:00:00.050"));

    static ImageUpload Upload(string quarters) => new(new MemoryStream(ColourNetwork.Png(quarters)), "image/png", "image.png");

    static async Task<Guid> SubmitAsync(InferenceApi api, object payload) =>
        await new JobClient(api.Client).SubmitAsync(ImagePackages.Name, JsonSerializer.SerializeToElement(payload));

    static async Task<string> RefusalAsync(InferenceApi api, object payload, string model = ImagePackages.Name)
    {
        using var response = await api.Client.PostAsJsonAsync("/v1/jobs", new { model, payload });
        return await response.AssertProblemAsync(422);
    }
}
