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
    [InlineData("""{"settings":{"name":"n","model":"m","driftedShare":0}}""", "driftedShare")]
    [InlineData("""{"settings":{"name":"n","model":"m","minimumRows":0}}""", "minimumRows")]
    [InlineData("""{"settings":{"name":"n","model":"m","methods":["magic"]}}""", "wasserstein")]
    [InlineData("""{"settings":{"name":"n","model":"m","thresholds":[{"name":"a","method":"ks","value":-1}]}}""", "thresholds")]
    [InlineData("""{"settings":{"name":"n","model":"m","webhookUrl":"file:///etc/passwd"},"webhookSecret":"0123456789abcdef"}""", "webhookUrl")]
    [InlineData("""{"settings":{"name":"n","model":"m","webhookUrl":"https://example.com"}}""", "webhookSecret")]
    [InlineData("""{"settings":{"name":"n","model":"m"},"webhookSecret":"short"}""", "webhookSecret")]
    [InlineData("""{"settings":null}""", "settings")]
    [InlineData("[1,2", "settings")]
    public async Task A_monitor_that_breaks_a_rule_is_refused_with_the_rule(string json, string hint)
    {
        using var response = await worker.Client.PostAsync("/v1/monitors", new StringContent(json, System.Text.Encoding.UTF8, "application/json"));
        Assert.Contains(hint, await response.AssertProblemAsync(400), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missed_time_is_not_made_up_for_and_the_rhythm_stays()
    {
        var (due, hour) = (Roaster.Start, TimeSpan.FromHours(1));
        Assert.Equal(due + hour, MonitorSchedule.Next(due, due, hour));
        Assert.Equal(due + (4 * hour), MonitorSchedule.Next(due, due + (3.5 * hour), hour));
    }
}
