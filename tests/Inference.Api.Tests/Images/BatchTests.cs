using System.Net.Http.Json;
using System.Text.Json;
using AspireMl.Contracts.Images;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Modeling.Tests.Decoding;
using AspireMl.Modeling.Tests.Images;
using AspireMl.Storage.Images;
using AspireMl.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AspireMl.Inference.Api.Tests.Images;

[Collection(SharedPostgres.Name)]
public sealed class BatchTests(PostgresFixture postgres, ColoursFixture colours) : IClassFixture<ColoursFixture>
{
    const string Address = "/v1/images/classify/batch";

    [Fact]
    public async Task Each_image_gets_its_answer_or_its_error_in_its_place()
    {
        var api = colours.Api;
        var truncated = TestImages.Png(400, 300)[..400];
        using var form = ImageCalls.Batch(
            ColourNetwork.Png("RRRR"), "no image"u8.ToArray(), ColourNetwork.Png("GGGG", 100, 30), truncated, new byte[20_001], ColourNetwork.Png("BBBB"));

        using var response = await api.Client.PostAsync(Address + "?top=1", form);

        var results = (await response.Content.ReadFromJsonAsync<ImageBatchAnswer>())!.Results;
        Assert.Equal(["red", null, "green", null, null, "blue"], results.Select(result => result.Predictions?.Single().Label));
        Assert.Contains("not an image", results[1].Error, StringComparison.Ordinal);
        Assert.Contains("truncated", results[3].Error, StringComparison.Ordinal);
        Assert.Contains("larger than", results[4].Error, StringComparison.Ordinal);
        Assert.All(results, result => Assert.True(result.InferenceId is null == result.Error is not null));
        await Eventually.TrueAsync(() => api.Captures.Count == 0);
        Guid[] ids = [.. results.Select(result => result.InferenceId).OfType<Guid>()];
        Assert.Equal(3, (await api.Services.GetRequiredService<IImageInferenceStore>().FindAsync(ids, default)).Count);
        Assert.Equal(ColourNetwork.Png("BBBB"), await api.Client.GetByteArrayAsync($"/v1/inferences/{results[5].InferenceId}/image"));
    }

    [Fact]
    public async Task Results_have_the_fields_of_the_contract_and_no_others()
    {
        var api = colours.Api;

        using var response = await api.Client.PostAsync(Address, ImageCalls.Batch(ColourNetwork.Png("RRRR"), [1]));

        var root = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(["results"], root.EnumerateObject().Select(field => field.Name));
        Assert.Equal(["inferenceId", "predictions"], root.GetProperty("results")[0].EnumerateObject().Select(field => field.Name));
        Assert.Equal(["error"], root.GetProperty("results")[1].EnumerateObject().Select(field => field.Name));
    }

    [Fact]
    public async Task As_many_images_as_allowed_are_classified_and_one_more_refuses_all()
    {
        var api = colours.Api;
        byte[][] most = [.. Enumerable.Range(0, 32).Select(number => ColourNetwork.Png(number % 2 == 0 ? "RRRR" : "BBBB"))];

        using var full = await api.Client.PostAsync(Address, ImageCalls.Batch(most));
        using var over = await api.Client.PostAsync(Address, ImageCalls.Batch([.. most, most[0]]));

        var labels = (await full.Content.ReadFromJsonAsync<ImageBatchAnswer>())!.Results.Select(result => result.Predictions![0].Label);
        Assert.Equal(Enumerable.Range(0, 32).Select(number => number % 2 == 0 ? "red" : "blue"), labels);
        Assert.Contains("at most 32 images", await over.AssertProblemAsync(413), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_that_is_empty_too_large_or_asks_too_much_is_refused()
    {
        await using var api = await InferenceApi.StartWithColoursAsync(await postgres.Server.CreateDatabaseAsync(), ("Images:MaxBatchBytes", "2048"));
        using var none = new MultipartFormDataContent { { new StringContent("colours"), "model" } };

        using var empty = await api.Client.PostAsync(Address, none);
        using var large = await api.Client.PostAsync(Address, ImageCalls.Batch([.. Enumerable.Repeat((byte[])[.. ColourNetwork.Png("RRRR"), .. new byte[900]], 3)]));
        using var top = await api.Client.PostAsync(Address + "?top=1000", ImageCalls.Batch(ColourNetwork.Png("RRRR")));

        Assert.Contains("images is missing", await empty.AssertProblemAsync(400), StringComparison.Ordinal);
        Assert.Contains("send several smaller ones", await large.AssertProblemAsync(413), StringComparison.Ordinal);
        Assert.Contains("top is a whole number", await top.AssertProblemAsync(400), StringComparison.Ordinal);
    }
}
