using AspireMl.Modeling.Documents.Evaluation;

namespace AspireMl.Modeling.Tests.Documents.Evaluation;

public sealed class AnlsTests
{
    [Theory]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("", "abc", 3)]
    [InlineData("same", "SAME", 0)]
    [InlineData("flaw", "lawn", 2)]
    [InlineData("intention", "execution", 5)]
    public void Distance_has_the_published_values(string a, string b, int distance)
    {
        Assert.Equal(distance, Anls.Distance(a, b));
        Assert.Equal(distance, Anls.Distance(b, a));
    }

    [Fact]
    public void A_similarity_below_one_half_scores_nothing()
    {
        Assert.Equal(0, Anls.Score("abcd", "axyz"));
        Assert.Equal(0.5, Anls.Score("abcd", "abxy"));
    }

    [Fact]
    public void Outer_white_space_and_case_do_not_count()
    {
        Assert.Equal(1, Anls.Score("  12 March ", "12 MARCH"));
    }

    [Fact]
    public void Two_empty_texts_are_the_same()
    {
        Assert.Equal(1, Anls.Similarity("", " "));
    }
}
