using AspireMl.Testing;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace AspireMl.Monitoring.Worker.Tests.Telemetry;

/// <summary>The rules of this repository and what tests them.</summary>
static class PrometheusFiles
{
    static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance)
        .IgnoreUnmatchedProperties()
        .Build();

    public static IReadOnlyList<string> Rules { get; } = FilesOf("rules");

    public static IReadOnlyList<string> Tests { get; } = FilesOf("tests");

    public static IReadOnlyList<PrometheusRule> ReadRules() =>
        [.. Rules.SelectMany(file => Yaml.Deserialize<RuleFile>(File.ReadAllText(file)).Groups).SelectMany(group => group.Rules)];

    /// <summary>The alerts that some test sees fire, or sees not fire.</summary>
    public static IReadOnlySet<string> AlertsThat(bool fire) => ReadTests()
        .SelectMany(test => test.AlertRuleTest)
        .Where(test => test.ExpAlerts.Count > 0 == fire)
        .Select(test => test.Alertname)
        .ToHashSet();

    /// <summary>The series that some test expects a value of.</summary>
    public static IReadOnlySet<string> TestedSeries() => ReadTests()
        .SelectMany(test => test.PromqlExprTest)
        .Where(test => test.ExpSamples.Count > 0)
        .SelectMany(test => Promql.MetricsOf(test.Expr))
        .ToHashSet();

    static IEnumerable<RuleTest> ReadTests() => Tests.SelectMany(file => Yaml.Deserialize<TestFile>(File.ReadAllText(file)).Tests);

    static string[] FilesOf(string folder) => Directory.GetFiles(Path.Combine(PrometheusServer.Folder, folder), "*.yml");

    sealed class RuleFile
    {
        public List<RuleGroup> Groups { get; set; } = [];
    }

    sealed class RuleGroup
    {
        public List<PrometheusRule> Rules { get; set; } = [];
    }

    sealed class TestFile
    {
        public List<RuleTest> Tests { get; set; } = [];
    }

    sealed class RuleTest
    {
        public List<AlertTest> AlertRuleTest { get; set; } = [];

        public List<SeriesTest> PromqlExprTest { get; set; } = [];
    }

    sealed class AlertTest
    {
        public string Alertname { get; set; } = "";

        public List<object> ExpAlerts { get; set; } = [];
    }

    sealed class SeriesTest
    {
        public string Expr { get; set; } = "";

        public List<object> ExpSamples { get; set; } = [];
    }
}
