using AspireMl.Modeling.Documents.Ocr;

namespace AspireMl.Modeling.Tests.Documents.Ocr;

public sealed class OcrCacheTests
{
    [Fact]
    public void Find_returns_what_was_kept()
    {
        var cache = new OcrCache(new OcrCacheOptions());
        var document = Document(10);
        cache.Keep("a", document);
        Assert.Same(document, cache.Find("a"));
        Assert.Null(cache.Find("b"));
    }

    [Fact]
    public void Keep_drops_the_least_recently_used_beyond_the_number()
    {
        var cache = new OcrCache(new OcrCacheOptions { MaxDocuments = 2 });
        cache.Keep("a", Document(10));
        cache.Keep("b", Document(10));
        cache.Find("a");
        cache.Keep("c", Document(10));
        Assert.NotNull(cache.Find("a"));
        Assert.Null(cache.Find("b"));
        Assert.Equal(2, cache.Count);
    }

    [Fact]
    public void Keep_drops_documents_beyond_the_bytes()
    {
        var cache = new OcrCache(new OcrCacheOptions { MaxBytes = 2500 });
        for (var i = 0; i < 10; i++)
        {
            cache.Keep($"{i}", Document(1000));
        }

        Assert.Equal(2, cache.Count);
        Assert.InRange(cache.Bytes, 2000, 2500);
    }

    [Fact]
    public void Keep_leaves_out_a_document_larger_than_the_cache()
    {
        var cache = new OcrCache(new OcrCacheOptions { MaxBytes = 500 });
        cache.Keep("a", Document(1000));
        Assert.Equal((0, 0), (cache.Count, cache.Bytes));
    }

    static OcrDocument Document(int thumbnailBytes) => new([new OcrPage(1, 10, 10, [])]) { Thumbnails = [new byte[thumbnailBytes]] };
}
