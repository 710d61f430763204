using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;

namespace AspireMl.Bench.Load;

/// <summary>Requests as the benchmarks send them.</summary>
internal static class Calls
{
    /// <summary>Sends JSON and reads the answer.</summary>
    public static async Task<HttpStatusCode> PostAsync(HttpClient http, Uri path, byte[] json)
    {
        using var content = new ByteArrayContent(json) { Headers = { ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json) } };
        return await PostAsync(http, path, content);
    }

    /// <summary>Sends a picture and reads the answer.</summary>
    public static async Task<HttpStatusCode> PostImageAsync(HttpClient http, Uri path, byte[] image, params IEnumerable<(string Name, string Value)> fields)
    {
        using var content = new MultipartFormDataContent { { new ByteArrayContent(image), "image", "image" } };
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        return await PostAsync(http, path, content);
    }

    static async Task<HttpStatusCode> PostAsync(HttpClient http, Uri path, HttpContent content)
    {
        using var response = await http.PostAsync(path, content);
        await response.Content.CopyToAsync(Stream.Null);
        return response.StatusCode;
    }
}
