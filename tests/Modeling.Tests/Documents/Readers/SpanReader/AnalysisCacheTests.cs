using AspireMl.Modeling.Documents.Readers.SpanReader;

namespace AspireMl.Modeling.Tests.Documents.Readers.SpanReader;

public sealed class AnalysisCacheTests
{
    [Fact]
    public void A_document_is_analysed_once_for_all_who_ask()
    {
        var cache = new AnalysisCache();
        var document = Pages.Receipt();

        var analyses = Enumerable.Range(0, 8).AsParallel().Select(_ => cache.Get(document)).Distinct().ToArray();

        Assert.Single(analyses);
    }

    [Fact]
    public void The_document_that_was_used_longest_ago_goes_first()
    {
        var cache = new AnalysisCache();
        var documents = Enumerable.Range(0, AnalysisCache.Capacity + 1).Select(_ => Pages.Receipt()).ToArray();
        var first = cache.Get(documents[0]);
        var second = cache.Get(documents[1]);
        foreach (var document in documents[2..AnalysisCache.Capacity])
        {
            cache.Get(document);
        }

        Assert.Same(first, cache.Get(documents[0]));
        cache.Get(documents[^1]);

        Assert.Same(first, cache.Get(documents[0]));
        Assert.NotSame(second, cache.Get(documents[1]));
    }
}
