using System.Text.RegularExpressions;
using AspireMl.Storage;

namespace AspireMl.Configuration.Tests;

/// <summary>The page of settings says what the code says, no less and no more.</summary>
public sealed partial class ConfigurationPageTests
{
    public static TheoryData<string> Projects => [.. ConfigurationPage.HeadingOf.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_option_stands_on_the_page_with_its_default_and_its_range(string project)
    {
        var options = BoundOptions.Of(project).SelectMany(Setting.Of).OrderBy(setting => setting.Key, StringComparer.Ordinal);
        var rows = ConfigurationPage.RowsUnder(ConfigurationPage.HeadingOf[project])
            .Select(row => new Setting(row[0], row[1], row[2]))
            .OrderBy(setting => setting.Key, StringComparer.Ordinal);

        Assert.Equal(options, rows);
    }

    [Fact]
    public void No_other_project_binds_options()
    {
        var projects = ProductProjects.All.Where(project => BoundOptions.Sources(project).Any(source => source.Contains("BindConfiguration(", StringComparison.Ordinal)));

        Assert.Equal(ConfigurationPage.HeadingOf.Keys.Order(), projects.Order());
    }

    [Fact]
    public void Every_meaning_is_given() => Assert.All(ConfigurationPage.HeadingOf.Values.SelectMany(ConfigurationPage.RowsUnder), row =>
    {
        Assert.Equal(4, row.Length);
        Assert.True(row[3].Length > 10, row[0]);
    });

    [Fact]
    public void Every_connection_string_stands_on_the_page() => Assert.Equal(
        new[] { StorageExtensions.DatabaseName, StorageExtensions.DocumentsName, StorageExtensions.QueueName, StorageExtensions.ObjectsName }.Select(name => $"ConnectionStrings:{name}"),
        ConfigurationPage.RowsUnder("Connection strings").Select(row => row[0]));

    [Fact]
    public void Every_setting_that_the_AppHost_reads_stands_on_the_page()
    {
        var read = BoundOptions.Sources("AppHost")
            .SelectMany(source => Read().Matches(source))
            // A name in braces is that of a resource.
            .Select(match => Braces().Replace(match.Groups["key"].Value, "NAME"))
            .Distinct();
        var rows = ConfigurationPage.RowsUnder("AppHost").Select(row => row[0]).ToList();

        Assert.Contains("Infrastructure", rows);
        Assert.All(read, key => Assert.Contains(key, rows));
    }

    [Fact]
    public void Every_variable_of_telemetry_that_the_services_read_stands_on_the_page()
    {
        var read = BoundOptions.Sources("ServiceDefaults").SelectMany(source => Read().Matches(source)).Select(match => match.Groups["key"].Value).Distinct().ToList();
        var rows = ConfigurationPage.RowsUnder("Environment variables").Select(row => row[0]).ToList();

        Assert.Contains("OTEL_EXPORTER_OTLP_ENDPOINT", read);
        Assert.All(read, key => Assert.Contains(key, rows));
    }

    [GeneratedRegex("""onfiguration(?:\[|\.GetValue(?:<[^>]*>+)?\()\$?"(?<key>[^"]+)["]""")]
    private static partial Regex Read();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Braces();
}
