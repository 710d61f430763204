using System.Net.Http.Json;
using AspireMl.Contracts.Images;

namespace AspireMl.Inference.Api.Tests.Harness;

/// <summary>Asks about images.</summary>
static class ImageCalls
{
    public static MultipartFormDataContent Batch(params byte[][] images)
    {
        var form = new MultipartFormDataContent();
        foreach (var image in images)
        {
            form.Add(new ByteArrayContent(image), "images", "image.png");
        }

        return form;
    }

    public static async Task<ImageAnswer> ClassifyAsync(this HttpClient client, byte[] image, string query = "")
    {
        using var response = await client.PostAsync("/v1/images/classify" + query, Forms.Image(image));
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<ImageAnswer>())!;
    }
}
