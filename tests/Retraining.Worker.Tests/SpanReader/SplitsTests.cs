using AspireMl.Retraining.Worker.SpanReader;

namespace AspireMl.Retraining.Worker.Tests.SpanReader;

public sealed class SplitsTests
{
    [Fact]
    public void A_vendor_that_is_held_out_has_no_document_in_training()
    {
        var documents = Enumerable.Range(0, 2000).Select(i => (Id: $"{i:000}", Vendor: $"vendor {i % 90}")).ToArray();
        var splits = documents.ToLookup(d => Splits.Of(d.Id, d.Vendor), d => d.Vendor);

        Assert.Empty(splits[Split.UnseenVendor].Intersect(splits[Split.Training]));
        Assert.InRange(splits[Split.HeldOut].Count() / 2000.0, 0.12, 0.24);
        Assert.InRange(splits[Split.UnseenVendor].Distinct().Count(), 4, 20);
    }

    [Fact]
    public void The_split_of_a_document_never_changes()
    {
        Assert.Equal(
            [Splits.Percentile("document", "000"), Splits.Percentile("document", "001"), Splits.Percentile("vendor", "ACME")],
            [Expected("document:000"), Expected("document:001"), Expected("vendor:ACME")]);
    }

    static int Expected(string key)
    {
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key));
        return (int)((uint)(hash[0] | hash[1] << 8 | hash[2] << 16 | hash[3] << 24) % 100);
    }
}
