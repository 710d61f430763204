using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Modeling.Decoding;

namespace AspireMl.Inference.Api.Tests.Documents;

/// <summary>What bad forms get. After each the service answers a good one.</summary>
[Collection(SharedPostgres.Name)]
public sealed class BadFormTests(PostgresFixture postgres) : IAsyncLifetime
{
    InferenceApi _api = null!;

    public async Task InitializeAsync() => _api = await InferenceApi.Start(await postgres.Server.CreateDatabaseAsync()).ReadyAsync();

    public async Task DisposeAsync()
    {
        _api.Models.Failure = null;
        await _api.Client.AskAsync();
        await _api.DisposeAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("    ")]
    [InlineData("line\nbreak")]
    [InlineData("bell\u0007")]
    [InlineData("null\0")]
    [InlineData("next line\u0085")]
    public async Task Ask_rejects_an_empty_question_and_control_characters(string question) => await RefusedAsync(400, Forms.Ask(question: question));

    [Theory]
    [InlineData(501)]
    [InlineData(5000)]
    [InlineData(1_000_000)]
    public async Task Ask_rejects_a_long_question(int length) => await RefusedAsync(400, Forms.Ask(question: new('q', length)));

    [Fact]
    public async Task Ask_takes_a_question_of_500_characters_of_any_script()
    {
        await _api.Client.AskAsync(question: new('q', 500));
        await _api.Client.AskAsync(question: new('総', 500));
        await _api.Client.AskAsync(question: string.Concat(Enumerable.Repeat("🧾", 250)));
    }

    [Fact]
    public async Task Ask_rejects_a_question_that_is_not_utf8()
    {
        var form = Forms.Image(Forms.Png());
        form.Add(new ByteArrayContent([0x57, 0xE9, 0x3F]), "question");
        await RefusedAsync(400, form);
    }

    [Fact]
    public async Task Ask_rejects_a_missing_image()
    {
        using var form = new MultipartFormDataContent { { new StringContent("What is the total?"), "question" } };
        Assert.Contains("image", await RefusedAsync(400, form), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_rejects_a_missing_question() =>
        Assert.Contains("question", await RefusedAsync(400, Forms.Image(Forms.Png())), StringComparison.Ordinal);

    [Fact]
    public async Task Ask_rejects_an_empty_image() => await RefusedAsync(400, Forms.Ask([]));

    [Theory]
    [InlineData("image")]
    [InlineData("question")]
    [InlineData("model")]
    public async Task Ask_rejects_a_field_that_stands_twice(string field)
    {
        var form = Forms.Ask(model: "span-reader");
        form.Add(field == "image" ? new ByteArrayContent(Forms.Png()) : new StringContent("span-reader"), field);
        Assert.Contains(field, await RefusedAsync(400, form), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_rejects_an_unknown_field()
    {
        var form = Forms.Ask();
        form.Add(new StringContent("1"), "questoin");
        await RefusedAsync(400, form);
    }

    [Fact]
    public async Task Ocr_rejects_a_question()
    {
        using var response = await _api.Client.PostAsync("/v1/documents/ocr", Forms.Ask());
        await response.AssertProblemAsync(400);
    }

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("application/x-www-form-urlencoded", "question=total")]
    [InlineData("text/plain", "What is the total?")]
    public async Task Ask_rejects_other_media_types(string mediaType, string body) =>
        await RefusedAsync(415, new StringContent(body, Encoding.UTF8, mediaType));

    [Fact]
    public async Task Ask_rejects_a_request_without_a_media_type()
    {
        using var content = new ByteArrayContent([1, 2, 3]);
        await RefusedAsync(415, content);
    }

    [Theory]
    [InlineData("application/pdf")]
    [InlineData("image/gif")]
    [InlineData("text/html")]
    public async Task Ask_rejects_an_image_of_another_declared_type(string mediaType) => await RefusedAsync(415, WithQuestion(Forms.Image(Forms.Png(), mediaType)));

    [Theory]
    [InlineData("GIF89a and then pixels")]
    [InlineData("%PDF-1.7 and then pages")]
    public async Task Ask_rejects_a_file_of_another_kind_whatever_it_says(string content) =>
        await RefusedAsync(415, WithQuestion(Forms.Image(Encoding.ASCII.GetBytes(content))));

    [Theory]
    [InlineData("just text")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("x")]
    public async Task Ask_rejects_a_file_that_is_not_an_image(string content) =>
        await RefusedAsync(422, WithQuestion(Forms.Image(Encoding.ASCII.GetBytes(content))));

    [Fact]
    public async Task Ask_believes_the_bytes_where_no_type_is_declared() =>
        (await _api.Client.PostAsync("/v1/documents/ask", WithQuestion(Forms.Image(Forms.Png(), mediaType: null)))).EnsureSuccessStatusCode();

    [Theory]
    [InlineData(20 * 1024 * 1024)]
    [InlineData(30_000_000)]
    public async Task Ask_rejects_an_image_over_20_mebibytes(int length) => await RefusedAsync(413, Forms.Ask(Forms.Png(length: length)));

    [Fact]
    public async Task Ask_takes_an_image_of_just_20_mebibytes() => await _api.Client.AskAsync(Forms.Png(length: (20 * 1024 * 1024) - 8));

    [Fact]
    public async Task Ask_rejects_a_form_that_breaks_off()
    {
        var whole = await Forms.Ask().ReadAsByteArrayAsync();
        foreach (var length in (int[])[0, 1, 20, whole.Length / 2, whole.Length - 10])
        {
            using var part = new ByteArrayContent(whole, 0, length);
            part.Headers.ContentType = Forms.Ask().Headers.ContentType;
            await RefusedAsync(400, part);
        }
    }

    [Theory]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=")]
    [InlineData("multipart/form-data; boundary=0123456789012345678901234567890123456789012345678901234567890123456789X")]
    public async Task Ask_rejects_a_form_without_a_usable_boundary(string contentType)
    {
        using var content = new ByteArrayContent("--x\r\n\r\n--x--"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        await RefusedAsync(400, content);
    }

    [Theory]
    [InlineData("--b\r\n\r\nvalue\r\n--b--\r\n")]
    [InlineData("--b\r\nContent-Disposition: attachment; name=image\r\n\r\nvalue\r\n--b--\r\n")]
    [InlineData("--b\r\nContent-Disposition: form-data\r\n\r\nvalue\r\n--b--\r\n")]
    [InlineData("no boundary at all")]
    public async Task Ask_rejects_parts_that_are_not_fields(string body) => await RefusedAsync(400, Multipart(body));

    [Fact]
    public async Task Ask_rejects_endless_part_headers() =>
        await RefusedAsync(400, Multipart($"--b\r\nContent-Disposition: form-data; name=\"{new string('n', 10_000)}\"\r\n\r\nvalue\r\n--b--\r\n"));

    [Theory]
    [InlineData(ImageRejection.UnsupportedFormat, 415)]
    [InlineData(ImageRejection.Unreadable, 422)]
    [InlineData(ImageRejection.TooSmall, 422)]
    [InlineData(ImageRejection.TooLarge, 413)]
    public async Task What_the_decoder_refuses_has_its_status(ImageRejection reason, int status)
    {
        _api.Models.Failure = new ImageRejectedException(reason, "A sentence about the image.");
        Assert.Equal("A sentence about the image.", await RefusedAsync(status, Forms.Ask()));
    }

    [Fact]
    public async Task Only_post_is_taken()
    {
        using var response = await _api.Client.GetAsync("/v1/documents/ask");
        await response.AssertProblemAsync(405);
    }

    [Fact]
    public async Task A_slow_upload_is_ended()
    {
        await using var api = await InferenceApi.Start(await postgres.Server.CreateDatabaseAsync(), ("Uploads:Timeout", "00:00:01")).ReadyAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, api.Client.BaseAddress!.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync("POST /v1/documents/ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n\r\n--b\r\nContent-Disposition: form-data; name=image\r\n\r\nand then nothing"u8.ToArray());

        using var reader = new StreamReader(stream);
        Assert.Equal("HTTP/1.1 408 Request Timeout", await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)));
    }

    async Task<string> RefusedAsync(int status, HttpContent content)
    {
        using var response = await _api.Client.PostAsync("/v1/documents/ask", content);
        return await response.AssertProblemAsync(status);
    }

    static MultipartFormDataContent WithQuestion(MultipartFormDataContent form)
    {
        form.Add(new StringContent("What is the total?"), "question");
        return form;
    }

    static ByteArrayContent Multipart(string body)
    {
        var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        return content;
    }
}
