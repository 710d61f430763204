using AspireMl.ServiceDefaults.Queries;

namespace AspireMl.ServiceDefaults.Tests.Queries;

public sealed class ReasonRuleTests
{
    [Theory]
    [InlineData("A new recipe.", "A new recipe.")]
    [InlineData("  a \n", "a")]
    [InlineData("two\nlines", null)]
    [InlineData("   ", null)]
    [InlineData(null, null)]
    public void A_reason_is_one_line_of_text_without_the_space_around_it(string? text, string? reason) => Assert.Equal(reason, ReasonRule.Read(text));

    [Fact]
    public void A_reason_may_be_so_long_and_no_longer()
    {
        Assert.NotNull(ReasonRule.Read(new('a', ReasonRule.LongestLength)));
        Assert.Null(ReasonRule.Read(new('a', ReasonRule.LongestLength + 1)));
    }
}
