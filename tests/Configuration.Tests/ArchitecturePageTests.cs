using System.Text.RegularExpressions;
using AspireMl.Testing;

namespace AspireMl.Configuration.Tests;

/// <summary>The drawings of docs/architecture.md show what the AppHost declares, no less and no more.</summary>
public sealed partial class ArchitecturePageTests
{
    // Who uses it, and is no part of it.
    const string People = "people";

    static readonly MarkdownPage Page = MarkdownPage.All.Single(page => page.Path == "docs/architecture.md");

    static readonly IReadOnlyList<(string From, string To)> Drawn =
        [.. Page.Drawn.SelectMany(Arrows).Where(arrow => arrow.From != People).Distinct().Order()];

    [Fact]
    public void Every_service_and_server_is_drawn() =>
        Assert.Equal(DeclaredParts.Nodes, Drawn.SelectMany(arrow => new[] { arrow.From, arrow.To }).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void The_arrows_are_the_addresses_that_are_given() => Assert.Equal(DeclaredParts.Edges, Drawn);

    [Fact]
    public void Every_project_of_the_product_is_told_of()
    {
        var text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, Page.Path));

        Assert.NotEmpty(ProductProjects.All);
        Assert.All(ProductProjects.All, project => Assert.Contains($"`{project}`", text, StringComparison.Ordinal));
    }

    static IEnumerable<(string From, string To)> Arrows(string line)
    {
        var arrow = Arrow().Match(line);
        Assert.True(arrow.Success, $"This line of the drawing cannot be read: {line}");
        return Names(arrow.Groups["from"].Value).SelectMany(from => Names(arrow.Groups["to"].Value).Select(to => (from, to)));
    }

    // A name may have its shape and words behind it.
    static IEnumerable<string> Names(string side) => side.Split(" & ").Select(part => part.Trim().Split('[', '(')[0]);

    [GeneratedRegex(@"^(?<from>.+?) (-->|-\.->) (?<to>.+)$")]
    private static partial Regex Arrow();
}
