using System.Diagnostics;
using System.Text.RegularExpressions;
using AspireMl.Testing;

namespace AspireMl.Monitoring.Worker.Tests.Telemetry;

public sealed partial class RuleTests
{
    [PromtoolTheory]
    [InlineData("check", "config", "prometheus.yml")]
    [InlineData("check", "rules", "rules/alerts.yml")]
    [InlineData("test", "rules", "tests/alerts.test.yml")]
    public async Task Promtool_accepts_the_configuration_and_the_rules_and_their_tests_pass(string verb, string what, string file)
    {
        using var promtool = Process.Start(new ProcessStartInfo("promtool", [verb, what, Path.Combine(PrometheusServer.Folder, file)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = promtool.StandardOutput.ReadToEndAsync();
        var errors = promtool.StandardError.ReadToEndAsync();
        await promtool.WaitForExitAsync();
        Assert.True(promtool.ExitCode == 0, $"{await output}\n{await errors}");
    }

    [Fact]
    public void Every_rule_asks_for_metrics_that_are_documented_and_has_a_test()
    {
        var rules = File.ReadAllText(Path.Combine(PrometheusServer.Folder, "rules", "alerts.yml"));
        var tests = File.ReadAllText(Path.Combine(PrometheusServer.Folder, "tests", "alerts.test.yml"));
        var page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "metrics.md"));

        Assert.All(Metric().Matches(rules), metric => Assert.Contains($"`{metric.Groups["name"].Value}`", page, StringComparison.Ordinal));
        Assert.All(Alert().Matches(rules), alert => Assert.Contains($"alertname: {alert.Groups["name"].Value}", tests, StringComparison.Ordinal));
        Assert.NotEmpty(Alert().Matches(rules));
    }

    [GeneratedRegex(@"\((?<name>aspireml_[a-z_]+)[{)]")]
    private static partial Regex Metric();

    [GeneratedRegex(@"alert: (?<name>\w+)")]
    private static partial Regex Alert();
}
