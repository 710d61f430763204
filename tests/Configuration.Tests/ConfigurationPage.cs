using System.Text.RegularExpressions;
using AspireMl.Testing;

namespace AspireMl.Configuration.Tests;

/// <summary>docs/configuration.md: a heading for each part of the product, and under it tables whose first column is a setting.</summary>
internal static partial class ConfigurationPage
{
    /// <summary>The headings under which the options of a project stand.</summary>
    public static IReadOnlyDictionary<string, string> HeadingOf { get; } = new Dictionary<string, string>
    {
        ["ServiceDefaults"] = "Every service",
        ["Storage"] = "Every service with stores",
        ["Inference.Api"] = "inference-api",
        ["Monitoring.Worker"] = "monitoring-worker",
        ["Retraining.Worker"] = "retraining-worker",
        ["Frontend.Blazor"] = "frontend",
        ["Simulator"] = "simulator",
        ["EmbeddedPostgres"] = "The embedded database",
    };

    static readonly string Text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "configuration.md"));

    /// <summary>The rows under a heading of the second level, cell by cell, without the ticks around names and values.</summary>
    public static IReadOnlyList<string[]> RowsUnder(string heading)
    {
        var part = Text.Split("\n## ").Single(part => part.StartsWith(heading + "\n", StringComparison.Ordinal));
        return [.. Row().Matches(part).Select(row => row.Groups[1].Value.Replace("`", "", StringComparison.Ordinal).Split(" | "))];
    }

    [GeneratedRegex(@"^\| (`.+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
