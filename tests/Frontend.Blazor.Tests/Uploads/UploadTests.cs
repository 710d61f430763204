using System.Net;
using System.Text.RegularExpressions;
using AspireMl.Frontend.Blazor.Tests.Testing;

namespace AspireMl.Frontend.Blazor.Tests.Uploads;

[Collection(SharedBrowser.Name)]
public sealed partial class UploadTests(Browser browser) : IDisposable
{
    readonly HttpClient _http = new() { BaseAddress = new(browser.Address) };

    [Fact]
    public async Task An_upload_without_the_pages_token_is_refused()
    {
        using var response = await _http.PostAsync("/uploads", new ByteArrayContent([0xFF, 0xD8, 0xFF, 0xE0]));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("out of date", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20_000_001, true)]
    [InlineData(20_000_001, false)]
    public async Task An_upload_over_the_bound_is_refused_whether_it_tells_its_length_or_not(int length, bool told)
    {
        var bytes = new byte[length];
        bytes[0] = 0xFF;
        using var request = await WithTokenAsync(new ByteArrayContent(bytes));
        request.Headers.TransferEncodingChunked = told ? null : true;
        using var response = await _http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("larger than 20 MB", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_upload_is_no_image()
    {
        using var request = await WithTokenAsync(new ByteArrayContent([]));
        using var response = await _http.SendAsync(request);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/css/base.css", "text/css")]
    [InlineData("/nothing/here", "text/html")]
    public async Task Every_answer_carries_the_security_headers(string path, string type)
    {
        using var response = await _http.GetAsync(path);

        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_image_of_an_unknown_answer_is_the_services_404()
    {
        using var response = await _http.GetAsync($"/inferences/{Guid.CreateVersion7()}/image");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("No inference has this id.", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _http.Dispose();
        browser.Api.Reset();
    }

    async Task<HttpRequestMessage> WithTokenAsync(HttpContent content)
    {
        var page = await _http.GetStringAsync("/");
        var token = Token().Match(page).Groups[1].Value;
        return new(HttpMethod.Post, "/uploads") { Content = content, Headers = { { "RequestVerificationToken", token } } };
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
