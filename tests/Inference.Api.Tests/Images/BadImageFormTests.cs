using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Modeling.Tests.Decoding;
using AspireMl.Modeling.Tests.Images;

namespace AspireMl.Inference.Api.Tests.Images;

[Collection(SharedPostgres.Name)]
public sealed class BadImageFormTests(PostgresFixture postgres, ColoursFixture colours) : IClassFixture<ColoursFixture>
{
    [Fact]
    public async Task What_cannot_be_classified_is_refused_with_a_sentence()
    {
        var api = colours.Api;
        var good = ColourNetwork.Png("RRRR");
        var jpeg = TestImages.Jpeg(400, 300);
        (byte[] Image, int Status, string Words)[] bad =
        [
            ("not an image at all"u8.ToArray(), 422, "not an image"),
            ([.. "GIF89a"u8, .. new byte[64]], 415, "A GIF cannot be read"),
            (jpeg[..(jpeg.Length / 2)], 422, "damaged or truncated"),
            (TestImages.JpegClaiming(65500, 65500), 413, "pixels are allowed"),
            (TestImages.Png(4, 4), 422, "at least 16"),
            (TestImages.Tiff(2), 422, "send a single image"),
            (TestImages.AnimatedPng(), 422, "animated"),
            ([], 400, "is empty"),
            ([.. good, .. new byte[20_000]], 413, "larger than"),
        ];

        foreach (var (image, status, words) in bad)
        {
            using var response = await api.Client.PostAsync("/v1/images/classify", Forms.Image(image));
            Assert.Contains(words, await response.AssertProblemAsync(status), StringComparison.Ordinal);
        }

        Assert.Equal("red", (await api.Client.ClassifyAsync(good)).Predictions[0].Label);
    }

    [Fact]
    public async Task A_query_out_of_its_bounds_is_refused()
    {
        var api = colours.Api;

        foreach (var top in (string[])["0", "101", "-1", "five", "1.5"])
        {
            Assert.Equal("top is a whole number from 1 to 100.", await AskAsync($"?top={top}"));
        }

        Assert.Equal("explain is one of true, false.", await AskAsync("?explain=maybe"));

        async Task<string> AskAsync(string query)
        {
            using var response = await api.Client.PostAsync("/v1/images/classify" + query, Forms.Image(ColourNetwork.Png("RRRR")));
            return await response.AssertProblemAsync(400);
        }
    }

    [Fact]
    public async Task A_model_that_cannot_answer_is_refused_by_what_it_is()
    {
        var api = colours.Api;

        Assert.Contains("names no model that classifies images", await AskAsync("nobody", ""), StringComparison.Ordinal);
        Assert.Contains("names no model that classifies images", await AskAsync("kiln", ""), StringComparison.Ordinal);
        Assert.Contains("names no model that classifies images", await AskAsync("span-reader", ""), StringComparison.Ordinal);
        Assert.Contains("cannot explain", await AskAsync("mute-colours", "?explain=true"), StringComparison.Ordinal);

        async Task<string> AskAsync(string model, string query)
        {
            using var form = Forms.Image(ColourNetwork.Png("RRRR"));
            form.Add(new StringContent(model), "model");
            using var response = await api.Client.PostAsync("/v1/images/classify" + query, form);
            return await response.AssertProblemAsync(422);
        }
    }

    [Fact]
    public async Task A_form_that_is_none_or_has_other_fields_is_refused()
    {
        var api = colours.Api;
        using var twice = Forms.Image(ColourNetwork.Png("RRRR"));
        twice.Add(new ByteArrayContent(ColourNetwork.Png("GGGG")), "image", "more.png");
        using var question = Forms.Ask(ColourNetwork.Png("RRRR"));

        Assert.Contains("stands twice", await PostAsync(twice, 400), StringComparison.Ordinal);
        Assert.Contains("image and model", await PostAsync(question, 400), StringComparison.Ordinal);
        Assert.Contains("image is missing", await PostAsync(new MultipartFormDataContent { { new StringContent("colours"), "model" } }, 400), StringComparison.Ordinal);
        Assert.Contains("does not take text/plain", await PostAsync(new StringContent("{}"), 415), StringComparison.Ordinal);

        async Task<string> PostAsync(HttpContent content, int status)
        {
            using var response = await api.Client.PostAsync("/v1/images/classify", content);
            return await response.AssertProblemAsync(status);
        }
    }

    [Fact]
    public async Task Without_the_default_model_the_service_says_so()
    {
        await using var api = await InferenceApi.Start(await postgres.Server.CreateDatabaseAsync()).ReadyAsync();

        using var response = await api.Client.PostAsync("/v1/images/classify", Forms.Image(ColourNetwork.Png("RRRR")));

        Assert.Contains("No model named objects-10 that classifies images is installed", await response.AssertProblemAsync(503), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_line_turns_images_away_before_they_are_read()
    {
        await using var api = await InferenceApi.StartWithColoursAsync(await postgres.Server.CreateDatabaseAsync(), ("Work:Workers", "1"), ("Work:Capacity", "1"));
        api.Models.Gate.Reset();
        var held = api.Client.AskAsync();
        await Testing.Eventually.TrueAsync(() => api.Models.InProgress == 1);
        var waiting = api.Client.ClassifyAsync(ColourNetwork.Png("RRRR"));
        await Testing.Eventually.TrueAsync(() => api.Queue.Waiting == 1);

        using var single = await api.Client.PostAsync("/v1/images/classify", Forms.Image(ColourNetwork.Png("RRRR")));
        using var batch = await api.Client.PostAsync("/v1/images/classify/batch", ImageCalls.Batch(ColourNetwork.Png("RRRR")));

        await single.AssertProblemAsync(429);
        await batch.AssertProblemAsync(429);
        api.Models.Gate.Set();
        await held;
        Assert.Equal("red", (await waiting).Predictions[0].Label);
    }
}
