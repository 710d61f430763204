using AspireMl.Testing;

namespace AspireMl.Configuration.Tests;

/// <summary>A newcomer finds every page within two clicks from the README, and no click leads nowhere.</summary>
public sealed class LinkTests
{
    const string Start = "README.md";

    [Fact]
    public void Every_page_is_within_two_clicks_from_the_README()
    {
        var pages = MarkdownPage.All.ToDictionary(page => page.Path);
        HashSet<string> found = [Start];
        for (var clicks = 0; clicks < 2; clicks++)
        {
            found.UnionWith(found.Where(pages.ContainsKey).SelectMany(path => pages[path].Links).Select(link => link.File).ToList());
        }

        Assert.Contains("docs/operations.md", pages.Keys);
        Assert.Empty(pages.Keys.Except(found));
    }

    [Fact]
    public void Every_link_leads_to_a_file_and_a_heading_that_are_there()
    {
        var pages = MarkdownPage.All.ToDictionary(page => page.Path);

        Assert.All(pages.Values, page => Assert.All(page.Links, link =>
        {
            Assert.True(Path.Exists(Path.Combine(RepositoryRoot.Path, link.File)), $"{page.Path} links to {link.File}, which is not there.");
            if (link.Place.Length > 0)
            {
                Assert.True(pages[link.File].Places.Contains(link.Place), $"{page.Path} links to {link.File}#{link.Place}, which has no such heading.");
            }
        }));
    }
}
