using System.Text.RegularExpressions;
using AspireMl.Testing;

namespace AspireMl.Monitoring.Worker.Tests.Telemetry;

public sealed partial class RuleTests
{
    static readonly IReadOnlyList<PrometheusRule> Rules = PrometheusFiles.ReadRules();

    public static TheoryData<string, string, string[]> Checks => new()
    {
        { "check", "config", [PrometheusServer.ConfigurationPath] },
        { "check", "rules", [.. PrometheusFiles.Rules] },
        { "test", "rules", [.. PrometheusFiles.Tests] },
    };

    static IEnumerable<PrometheusRule> Alerts => Rules.Where(rule => rule.Alert is not null);

    static IReadOnlySet<string> Recorded => Rules.Select(rule => rule.Record).OfType<string>().ToHashSet();

    [PromtoolTheory]
    [MemberData(nameof(Checks))]
    public async Task Promtool_accepts_the_configuration_and_the_rules_and_their_tests_pass(string verb, string what, string[] files)
    {
        var result = await ToolProcess.RunAsync("promtool", [verb, what, .. files]);

        Assert.True(result.ExitCode == 0, result.Written);
    }

    [Fact]
    public void Every_rule_asks_for_metrics_that_are_documented_or_recorded()
    {
        var asked = Rules.SelectMany(rule => Promql.MetricsOf(rule.Expr)).Distinct().Except(Recorded).ToArray();

        Assert.NotEmpty(asked);
        Assert.All(asked, metric => Assert.True(Promql.IsDocumented(metric), metric));
    }

    [Fact]
    public void Every_alert_has_a_case_that_fires_and_one_that_does_not()
    {
        var names = Alerts.Select(rule => rule.Alert!).ToArray();

        Assert.NotEmpty(names);
        Assert.Equal(names.Order(), names.Distinct().Order());
        Assert.Empty(names.Except(PrometheusFiles.AlertsThat(fire: true)));
        Assert.Empty(names.Except(PrometheusFiles.AlertsThat(fire: false)));
    }

    [Fact]
    public void Every_recorded_series_is_tested_and_named_by_level_metric_and_operation()
    {
        Assert.All(Recorded, name => Assert.Equal(3, name.Split(':').Length));
        // The parts of a histogram are tested by the percentiles that are made of them.
        Assert.Empty(Recorded.Where(name => !name.Contains("_bucket:", StringComparison.Ordinal)).Except(PrometheusFiles.TestedSeries()));
    }

    [Fact]
    public void Every_alert_says_how_bad_it_is_and_what_to_do_and_the_page_of_alerts_too()
    {
        Assert.All(Alerts, rule =>
        {
            Assert.Contains(rule.Labels["severity"], new[] { "critical", "warning" });
            Assert.NotEmpty(rule.Annotations["summary"]);
            Assert.NotEmpty(rule.Annotations["action"]);
        });

        var page = AlertRow().Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "alerts.md")));
        Assert.Equal(
            Alerts.Select(rule => (rule.Alert, rule.Labels["severity"])).Order(),
            page.Select(row => ((string?)row.Groups["name"].Value, row.Groups["severity"].Value)).Order());
    }

    [GeneratedRegex(@"^\| `(?<name>\w+)` \| (?<severity>\w+) \| .+ \| .+ \|$", RegexOptions.Multiline)]
    private static partial Regex AlertRow();
}
