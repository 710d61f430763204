using AspireMl.Inference.Api.Tabular;

namespace AspireMl.Inference.Api.Tests.Tabular;

public sealed class InferenceIdsTests
{
    [Fact]
    public void The_first_id_is_the_given_one_and_the_others_follow_in_order()
    {
        var first = Guid.CreateVersion7();
        var ids = InferenceIds.From(first, 10_000);

        Assert.Equal(first, ids[0]);
        Assert.Equal(10_000, ids.Distinct().Count());
        Assert.Equal(ids, InferenceIds.From(first, 10_000));
        Assert.All(ids, id => Assert.Equal((7, first.Variant), (id.Version, id.Variant)));
    }

    [Fact]
    public void Counting_past_the_end_keeps_version_and_variant()
    {
        var ids = InferenceIds.From(Guid.Parse("01a1fd1e-8c00-7d67-bfff-ffffffffffff"), 2);
        Assert.Equal(Guid.Parse("01a1fd1e-8c00-7d67-8000-000000000000"), ids[1]);
    }
}
