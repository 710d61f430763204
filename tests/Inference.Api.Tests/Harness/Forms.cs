using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using AspireMl.Contracts.Documents;

namespace AspireMl.Inference.Api.Tests.Harness;

/// <summary>Builds the forms that clients send, good and bad.</summary>
static class Forms
{
    /// <summary>Bytes that begin like a PNG; the stand-ins of the models read no more of them.</summary>
    public static byte[] Png(int seed = 0, int length = 64)
    {
        byte[] image = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[length]];
        BitConverter.TryWriteBytes(image.AsSpan(8), seed);
        return image;
    }

    public static MultipartFormDataContent Ask(byte[]? image = null, string question = "What is the total?", string? model = null)
    {
        var form = Image(image ?? Png());
        form.Add(new StringContent(question), "question");
        if (model is not null)
        {
            form.Add(new StringContent(model), "model");
        }

        return form;
    }

    public static MultipartFormDataContent Image(byte[] image, string? mediaType = "image/png")
    {
        var content = new ByteArrayContent(image);
        content.Headers.ContentType = mediaType is null ? null : new MediaTypeHeaderValue(mediaType);
        return new() { { content, "image", "page.png" } };
    }

    public static async Task<DocumentAnswer> AskAsync(this HttpClient client, byte[]? image = null, string question = "What is the total?")
    {
        using var response = await client.PostAsync("/v1/documents/ask", Ask(image, question));
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<DocumentAnswer>())!;
    }

    /// <summary>Asserts a problem of this status with a sentence in it and nothing of the program's insides.</summary>
    public static async Task<string> AssertProblemAsync(this HttpResponseMessage response, int status)
    {
        var body = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == status, $"{(int)response.StatusCode} {body}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(body).RootElement;
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        var detail = problem.GetProperty("detail").GetString()!;
        Assert.EndsWith(".", detail, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", body, StringComparison.Ordinal);
        if (status is 429 or 503)
        {
            Assert.InRange(response.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        }

        return detail;
    }
}
