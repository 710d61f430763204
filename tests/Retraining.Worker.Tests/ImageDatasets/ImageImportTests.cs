using System.Net;
using System.Net.Http.Headers;
using AspireMl.Contracts.Clients;
using AspireMl.Contracts.ImageDatasets;
using AspireMl.Retraining.Worker.ImageDatasets.Import;
using AspireMl.Retraining.Worker.Tests.Datasets;
using AspireMl.Storage.Objects;

namespace AspireMl.Retraining.Worker.Tests.ImageDatasets;

[Collection(SharedDatasetService.Name)]
public sealed class ImageImportTests(DatasetService service)
{
    readonly ImageDatasetClient _client = new(service.Worker.Client, "Ada");
    readonly string _name = $"images-{Guid.NewGuid():N}";

    [Fact]
    public async Task A_zip_of_class_folders_becomes_a_version_and_what_is_no_image_is_told()
    {
        byte[][] images = [.. Enumerable.Range(0, 40).Select(seed => Pictures.Jpeg(seed))];
        var files = images.Select((image, number) => ($"birds/{(number % 2 == 0 ? "finch" : "owl")}/{number}.jpg", image));
        using var zip = Pictures.Zip([.. files, ("birds/owl/notes.txt", "no image"u8.ToArray()), ("birds/owl/.DS_Store", [1]), ("birds/owl/empty.jpg", []), ("birds/owl/deep/1.jpg", images[0]), ("birds/crow/", [])]);

        var import = await _client.ImportAsync(_name, zip, reason: "first walk");

        Assert.Equal((1, true, "Ada", "first walk", 5), (import.Version.Number, import.IsNew, import.Version.CreatedBy, import.Version.Reason, import.LeftOut));
        Assert.Equal(40, import.Version.Counts.Sum(count => count.Images));
        Assert.Equal(
            ["The folder of this class is empty.", "It is a hidden file.", "It is empty.", "It is not a JPEG, PNG, WebP or TIFF image.", "Its path is neither class/file nor training|validation|testing/class/file."],
            import.Listed.Select(file => file.Reason).Order(StringComparer.Ordinal).OrderBy(reason => !reason.StartsWith("The", StringComparison.Ordinal)));
        var entries = (await _client.ListEntriesAsync(_name, 1, new() { Limit = 1000 })).Items;
        Assert.All(entries, entry => Assert.Equal(ContentSplit.Of(entry.Sha256), entry.Split));
        Assert.Equal(ImageSplits.All.Order(), entries.Select(entry => entry.Split).Distinct().Order());
    }

    [Fact]
    public async Task Split_folders_say_where_images_stand_and_the_same_content_is_the_same_version()
    {
        var (one, two) = (Pictures.Jpeg(1), Pictures.Jpeg(2));
        using var zip = Pictures.Zip(("testing/owl/a.jpg", one), ("training/finch/b.jpg", two), ("training/c.jpg", two));
        var first = await _client.ImportAsync(_name, zip);
        using var reordered = Pictures.Zip(("training/finch/b.jpg", two), ("testing/owl/a.jpg", one));
        var again = await _client.ImportAsync(_name, reordered);
        using var more = Pictures.Zip(("validation/owl/d.jpg", Pictures.Jpeg(3)), ("training/finch/b.jpg", Pictures.Jpeg(4)));
        var added = await _client.ImportAsync(_name, more, ImageImportModes.Add);

        Assert.Equal("It stands in training without a class; put it into training/class/.", Assert.Single(first.Listed).Reason);
        Assert.Equal([new("finch", ImageSplits.Training, 1), new("owl", ImageSplits.Testing, 1)], first.Version.Counts);
        Assert.Equal((1, false, first.Version.ManifestHash), (again.Version.Number, again.IsNew, again.Version.ManifestHash));
        Assert.Equal((2, 1, 3), (added.Version.Number, added.Version.Parent, added.Version.Counts.Sum(count => count.Images)));
        var compared = await _client.CompareAsync(_name, 1, 2);
        Assert.Equal((2, 1, 0, 1), (compared.AddedCount, compared.RemovedCount, compared.RelabelledCount, compared.Unchanged));
    }

    public static TheoryData<string, string> BadArchives => new()
    {
        { "traversal", "not allowed" },
        { "absolute", "not allowed" },
        { "backslash", "not allowed" },
        { "drive", "not allowed" },
        { "link", "is the link|the link" },
        { "nested", "is an archive within the import" },
        { "twice", "twice" },
        { "bomb", "unpacks to more than 100 times its size" },
        { "garbage", "not a readable .zip" },
        { "truncated", "not a readable .zip" },
        { "damaged", "owl/a.jpg is damaged in the archive" },
        { "nothing", "no image in a class folder" },
        { "words", "no image in a class folder" },
    };

    [Theory]
    [MemberData(nameof(BadArchives))]
    public async Task An_archive_that_may_not_be_read_is_refused_with_its_reason_and_leaves_no_version(string kind, string sentence)
    {
        using var zip = Bad(kind);

        var refused = await Assert.ThrowsAsync<ApiException>(() => _client.ImportAsync(_name, zip));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(sentence.Split('|'), part => refused.Message.Contains(part, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await Assert.ThrowsAsync<ApiException>(() => _client.GetAsync(_name))).Status);
    }

    [Fact]
    public async Task A_hundred_thousand_tiny_files_are_refused_before_their_directory_is_read_into_memory()
    {
        using var zip = Pictures.Zip(Enumerable.Range(0, 100_000).Select(number => ($"a/{number}", Array.Empty<byte>())));

        var refused = await Assert.ThrowsAsync<ApiException>(() => _client.ImportAsync(_name, zip));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("more than 60,000 files", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_gigabytes_are_refused_before_they_are_sent()
    {
        using var content = new StreamContent(Stream.Null) { Headers = { ContentType = new MediaTypeHeaderValue("application/zip"), ContentLength = 2L << 30 } };
        using var request = Uploads.Asking(HttpMethod.Post, $"/v1/image-datasets/{_name}/versions", content);

        using var response = await service.Worker.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Archives_come_as_forms_too_and_other_bodies_are_refused()
    {
        using var zip = Pictures.Zip(("owl/a.jpg", Pictures.Jpeg(1)));
        Assert.Equal(HttpStatusCode.Created, await PostAsync(Form("archive", zip.ToArray()), ""));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Form("archive", zip.ToArray()), "?reason=again"));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(Form("picture", zip.ToArray()), ""));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await PostAsync(new StringContent("owl"), ""));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(Form("archive", zip.ToArray()), "?mode=merge"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PostAsync(Form("archive", zip.ToArray()), $"?reason={new string('x', 501)}"));
    }

    [Fact]
    public async Task Images_and_their_thumbnails_are_given_to_readers_of_the_dataset_only()
    {
        var image = Pictures.Jpeg(7, side: 300);
        using var zip = Pictures.Zip(("owl/a.jpg", image), ("owl/broken.jpg", [0xFF, 0xD8, 0xFF, 0, 1]));
        await _client.ImportAsync(_name, zip);
        using var other = Pictures.Zip(("owl/b.jpg", Pictures.Jpeg(8)));
        await _client.ImportAsync($"{_name}-2", other);

        using var download = await _client.DownloadAsync(_name, ObjectKey.Of(image));
        using var copy = new MemoryStream();
        await download.Content.CopyToAsync(copy);
        Assert.Equal(("image/jpeg", ObjectKey.Of(image)), (download.MediaType, ObjectKey.Of(copy.ToArray())));
        using var thumbnail = await _client.ThumbnailAsync(_name, ObjectKey.Of(image), 64);
        using var small = new MemoryStream();
        await thumbnail.Content.CopyToAsync(small);
        using var decoder = new AspireMl.Modeling.Decoding.ImageDecoder(new());
        using var decoded = decoder.DecodeSingle(small.ToArray());
        Assert.Equal((64, 64), (decoded.Width, decoded.Height));

        Assert.Equal(HttpStatusCode.NotFound, (await Assert.ThrowsAsync<ApiException>(() => _client.DownloadAsync($"{_name}-2", ObjectKey.Of(image)))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Assert.ThrowsAsync<ApiException>(() => _client.DownloadAsync(_name, "../secret"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Assert.ThrowsAsync<ApiException>(() => _client.ThumbnailAsync(_name, ObjectKey.Of(image), 5000))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Assert.ThrowsAsync<ApiException>(() => _client.ThumbnailAsync(_name, ObjectKey.Of([0xFF, 0xD8, 0xFF, 0, 1])))).Status);
    }

    async Task<HttpStatusCode> PostAsync(HttpContent content, string query)
    {
        using var response = await service.Worker.Client.PostAsync($"/v1/image-datasets/{_name}/versions{query}", content);
        return response.StatusCode;
    }

    static MultipartFormDataContent Form(string field, byte[] content) => new() { { new ByteArrayContent(content), field, "images.zip" } };

    static MemoryStream Bad(string kind)
    {
        var image = Pictures.Jpeg(1);
        return kind switch
        {
            "traversal" => Pictures.Zip(("owl/a.jpg", image), ("owl/../../b.jpg", image)),
            "absolute" => Pictures.Zip(("/owl/a.jpg", image)),
            "backslash" => Pictures.Zip(("owl\\a.jpg", image)),
            "drive" => Pictures.Zip(("C:/owl/a.jpg", image)),
            "link" => Pictures.Zip([("owl/a.jpg", image), ("owl/b.jpg", "../../etc/passwd"u8.ToArray())], (entry, number) => entry.ExternalAttributes = number == 1 ? unchecked((int)0xA1FF0000) : 0),
            "nested" => Pictures.Zip(("owl/a.jpg", image), ("owl/inner.zip", Pictures.Zip(("owl/a.jpg", image)).ToArray())),
            "twice" => Pictures.Zip(("owl/a.jpg", image), ("owl/a.jpg", image)),
            "bomb" => Pictures.Zip(("owl/a.png", [0x89, (byte)'P', (byte)'N', (byte)'G', .. new byte[4 << 20]])),
            "garbage" => new MemoryStream("this is no archive at all, only a sentence that is long enough"u8.ToArray()),
            "truncated" => new MemoryStream(Pictures.Zip(("owl/a.jpg", image)).ToArray()[..^30]),
            "damaged" => Damaged(Pictures.Zip(("owl/a.jpg", image)).ToArray()),
            "nothing" => Pictures.Zip(),
            "words" => Pictures.Zip(("owl/a.txt", "words"u8.ToArray())),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    // The first packed bytes, which follow the header and the name: no block of such a kind can be unpacked.
    static MemoryStream Damaged(byte[] zip)
    {
        zip.AsSpan(30 + "owl/a.jpg".Length, 8).Fill(0xFF);
        return new(zip);
    }
}
