using System.Text.RegularExpressions;
using AspireMl.Testing;

namespace AspireMl.Configuration.Tests;

/// <summary>docs/api.md lists what the services describe, no less and no more.</summary>
public sealed partial class ApiPageTests(DescribedApi described) : IClassFixture<DescribedApi>
{
    static readonly string Text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "api.md"));

    public static TheoryData<string> Projects => [.. DescribedApi.Projects];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_endpoint_stands_on_the_page_with_its_statuses(string project)
    {
        var rows = described.RowsOf(project);

        Assert.Equal(project != "Frontend.Blazor", rows.Count > 0);
        Assert.Equal(rows.Select(Line).Order(StringComparer.Ordinal), RowsUnder(ConfigurationPage.HeadingOf[project]).Order(StringComparer.Ordinal));
    }

    static string Line(string[] cells) => $"| {cells[0]} | `{cells[1]}` | {cells[2]} | {cells[3]} |";

    // A part without endpoints has no heading.
    static IEnumerable<string> RowsUnder(string heading) => Text.Split("\n## ")
        .Where(part => part.StartsWith(heading + "\n", StringComparison.Ordinal))
        .SelectMany(part => Row().Matches(part).Select(row => row.Value));

    [GeneratedRegex(@"^\| [A-Z]+ \| `.+ \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
