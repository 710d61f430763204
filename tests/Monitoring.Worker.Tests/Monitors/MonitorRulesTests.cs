using System.Globalization;
using AspireMl.Contracts.Monitoring;
using AspireMl.Monitoring.Worker.Monitors;
using AspireMl.Monitoring.Worker.Tests.Harness;

namespace AspireMl.Monitoring.Worker.Tests.Monitors;

public sealed class MonitorRulesTests(DetachedWorker worker) : IClassFixture<DetachedWorker>
{
    [Theory]
    [InlineData("""{"settings":{"name":"","model":"m"}}""", "name")]
    [InlineData("""{"settings":{"name":"n"}}""", "model")]
    [InlineData("""{"settings":{"name":"n","model":"m","kind":"magic"}}""", "kind")]
    [InlineData("""{"settings":{"name":"n","model":"m","every":"often"}}""", "24h")]
    [InlineData("""{"settings":{"name":"n","model":"m","every":"1h","cron":"0 0 6 * * ?"}}""", "either every or cron")]
    [InlineData("""{"settings":{"name":"n","model":"m","cron":"every morning"}}""", "six fields")]
    [InlineData("""{"settings":{"name":"n","model":"m","cron":"0 0 6 * * ? 2020"}}""", "six fields")]
    [InlineData("""{"settings":{"name":"n","model":"m","cron":"0 0 6 30 2 ?"}}""", "no time that is still to come")]
    [InlineData("""{"settings":{"name":"n","model":"m","cron":"0 0 6 * * ?","timeZone":"Mars/Olympus"}}""", "timeZone")]
    [InlineData("""{"settings":{"name":"n","model":"m","timeZone":"Europe/Berlin"}}""", "timeZone")]
    [InlineData("""{"settings":{"name":"n","model":"m","driftedShare":0}}""", "driftedShare")]
    [InlineData("""{"settings":{"name":"n","model":"m","minimumRows":0}}""", "minimumRows")]
    [InlineData("""{"settings":{"name":"n","model":"m","methods":["magic"]}}""", "wasserstein")]
    [InlineData("""{"settings":{"name":"n","model":"m","thresholds":[{"name":"a","method":"ks","value":-1}]}}""", "thresholds")]
    [InlineData("""{"settings":{"name":"n","model":"m","webhookUrl":"file:///etc/passwd"},"webhookSecret":"0123456789abcdef"}""", "webhookUrl")]
    [InlineData("""{"settings":{"name":"n","model":"m","webhookUrl":"https://example.com"}}""", "webhookSecret")]
    [InlineData("""{"settings":{"name":"n","model":"m"},"webhookSecret":"short"}""", "webhookSecret")]
    [InlineData("""{"settings":{"name":"n","model":"m","kind":"embedding-drift","thresholds":[{"name":"a","method":"mmd","value":0.1}]}}""", "uae")]
    [InlineData("""{"settings":{"name":"n","model":"m","kind":"embedding-drift","thresholds":[{"name":"uae","method":"ks","value":0.1}]}}""", "mmd")]
    [InlineData("""{"settings":null}""", "settings")]
    [InlineData("[1,2", "settings")]
    public async Task A_monitor_that_breaks_a_rule_is_refused_with_the_rule(string json, string hint)
    {
        using var response = await worker.Client.PostAsync("/v1/monitors", new StringContent(json, System.Text.Encoding.UTF8, "application/json"));
        Assert.Contains(hint, await response.AssertProblemAsync(400), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rhythm_begins_at_once_and_stays_the_same()
    {
        var (start, hour) = (Roaster.Start, TimeSpan.FromHours(1));
        var trigger = MonitorTrigger.Build(new() { Name = "n", Model = "m" }, new TestClock(start)).Build();
        Assert.Equal(start, trigger.GetFireTimeAfter(start - hour));
        Assert.Equal(start + hour, trigger.GetFireTimeAfter(start));
        Assert.Equal(start + (4 * hour), trigger.GetFireTimeAfter(start + (3.5 * hour)));
    }

    [Fact]
    public void A_cron_expression_means_the_times_of_its_zone_also_where_the_clocks_change()
    {
        var settings = new MonitorSettings { Name = "n", Model = "m", Cron = "0 30 6 * * ?", TimeZone = "Europe/Berlin" };
        var start = At("2026-10-23T12:00Z");
        var trigger = MonitorTrigger.Build(settings, new TestClock(start)).Build();
        Assert.Equal(At("2026-10-24T04:30Z"), trigger.GetFireTimeAfter(start));
        Assert.Equal(At("2026-10-25T05:30Z"), trigger.GetFireTimeAfter(At("2026-10-24T04:30Z")));
        Assert.Equal(At("2026-10-24T06:30Z"), MonitorTrigger.Build(settings with { TimeZone = null }, new TestClock(start)).Build().GetFireTimeAfter(start));
    }

    static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
}
