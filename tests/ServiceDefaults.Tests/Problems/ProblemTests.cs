using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace AspireMl.ServiceDefaults.Tests.Problems;

public sealed class ProblemTests
{
    [Fact]
    public async Task An_unknown_address_is_a_problem()
    {
        using var response = await SendAsync(new HttpRequestMessage(HttpMethod.Get, "/nowhere"));

        var problem = await ProblemOf(response, HttpStatusCode.NotFound);
        Assert.Equal("There is nothing at this address.", problem.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData("text/html")]
    public async Task An_error_is_a_problem_whatever_the_client_accepts(string accept)
    {
        using var response = await SendAsync(new HttpRequestMessage(HttpMethod.Get, "/nowhere") { Headers = { { "Accept", accept } } });

        var problem = await ProblemOf(response, HttpStatusCode.NotFound);
        Assert.Equal("Not Found", problem.GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_wrong_method_is_told_the_right_one()
    {
        using var response = await SendAsync(new HttpRequestMessage(HttpMethod.Delete, "/json"));

        var problem = await ProblemOf(response, HttpStatusCode.MethodNotAllowed);
        Assert.Equal("This address takes POST, not DELETE.", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_wrong_media_type_is_named()
    {
        using var response = await SendAsync(Post("/json", new StringContent("a=1", Encoding.UTF8, "text/csv")));

        var problem = await ProblemOf(response, HttpStatusCode.UnsupportedMediaType);
        Assert.StartsWith("This address does not take text/csv", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_missing_field_is_named()
    {
        using var form = new MultipartFormDataContent { { new StringContent("x"), "other" } };
        using var response = await SendAsync(Post("/form", form));

        var problem = await ProblemOf(response, HttpStatusCode.BadRequest);
        Assert.Equal("\"image\" is missing.", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_value_of_the_wrong_type_is_named()
    {
        using var response = await SendAsync(new HttpRequestMessage(HttpMethod.Get, "/number?limit=many"));

        var problem = await ProblemOf(response, HttpStatusCode.BadRequest);
        Assert.Equal("\"many\" is no valid value of \"limit\".", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_wrong_json_value_is_located()
    {
        using var response = await SendAsync(Post("/json", new StringContent("""{"verdict":{}}""", Encoding.UTF8, "application/json")));

        var problem = await ProblemOf(response, HttpStatusCode.BadRequest);
        Assert.EndsWith("look at $.verdict.", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_broken_form_is_a_bad_request()
    {
        var content = new ByteArrayContent("--b\r\nnonsense"u8.ToArray());
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        using var response = await SendAsync(Post("/form", content));

        await ProblemOf(response, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_form_beyond_its_limit_is_too_large()
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[5_000]), "image", "page.png" } };
        using var response = await SendAsync(Post("/form", form));

        await ProblemOf(response, HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_body_beyond_the_servers_limit_is_too_large()
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[31_000_000]), "image", "page.png" } };
        using var request = Post("/form", form);
        request.Headers.ExpectContinue = true;
        using var response = await SendAsync(request);

        await ProblemOf(response, HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task A_failure_of_ours_says_one_sentence_and_the_trace(string environment)
    {
        const string TraceId = "4bf92f3577b34da6a3ce929d0e0e4736";
        var request = new HttpRequestMessage(HttpMethod.Get, "/throw") { Headers = { { "traceparent", $"00-{TraceId}-00f067aa0ba902b7-01" } } };
        using var response = await SendAsync(request, environment);

        var problem = await ProblemOf(response, HttpStatusCode.InternalServerError);
        Assert.Equal(TraceId, problem.GetProperty("traceId").GetString());
        Assert.DoesNotContain("secret", problem.GetRawText());
        Assert.DoesNotContain("   at ", problem.GetRawText());
    }

    [Fact]
    public async Task A_sentence_of_the_endpoint_is_kept()
    {
        using var response = await SendAsync(new HttpRequestMessage(HttpMethod.Get, "/unusable"));

        var problem = await ProblemOf(response, HttpStatusCode.UnprocessableEntity);
        Assert.Equal("This is not an image.", problem.GetProperty("detail").GetString());
    }

    static HttpRequestMessage Post(string path, HttpContent content) => new(HttpMethod.Post, path) { Content = content };

    static async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string environment = "Production")
    {
        await using var service = await TestService.StartAsync(map: Map, environment: environment);
        return await service.Client.SendAsync(request);
    }

    static void Map(WebApplication app)
    {
        app.MapPost("/json", (Note note) => note.Verdict);
        app.MapPost("/form", (IFormFile image) => image.Length).DisableAntiforgery().WithFormOptions(multipartBodyLengthLimit: 4_000);
        app.MapGet("/number", (int limit) => limit);
        app.MapGet("/throw", string () => throw new InvalidOperationException("secret"));
        app.MapGet("/unusable", () => TypedResults.Problem("This is not an image.", statusCode: StatusCodes.Status422UnprocessableEntity));
    }

    static async Task<JsonElement> ProblemOf(HttpResponseMessage response, HttpStatusCode expected)
    {
        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((int)expected, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        Assert.NotEmpty(problem.GetProperty("traceId").GetString()!);
        return problem;
    }

    sealed record Note(string Verdict);
}
