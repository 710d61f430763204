using AspireMl.Contracts.Models;
using AspireMl.Frontend.Blazor.Predicting;

namespace AspireMl.Frontend.Blazor.Tests.Predicting;

public sealed class ContributionTextTests
{
    [Theory]
    [InlineData(null, 4.5, "+4.5")]
    [InlineData(TabularLinks.Identity, -2.25, "−2.25")]
    [InlineData(TabularLinks.Logit, 0.00004, "+0.00004")]
    [InlineData(TabularLinks.Log, 0.6931471805599453, "+100 %")]
    [InlineData(TabularLinks.Log, -0.6931471805599453, "−50 %")]
    public void A_contribution_is_told_in_the_words_of_the_link(string? link, double value, string text) =>
        Assert.Equal(text, ContributionText.Of(value, link));

    [Fact]
    public void A_logarithm_is_shown_as_what_it_stands_for() =>
        Assert.StartsWith("The model starts from 20;", ContributionText.Base(Math.Log(20), TabularLinks.Log), StringComparison.Ordinal);
}
