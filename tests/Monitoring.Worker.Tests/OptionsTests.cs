using AspireMl.Monitoring.Worker.Tests.Harness;
using Microsoft.Extensions.Options;

namespace AspireMl.Monitoring.Worker.Tests;

public sealed class OptionsTests
{
    [Theory]
    [InlineData("Comparison:MaxColumns", "0")]
    [InlineData("Drift:MaxRows", "10")]
    [InlineData("Embeddings:Permutations", "10")]
    [InlineData("Monitors:Upkeep", "02:00:00")]
    [InlineData("Performance:MinimumLabels", "1")]
    [InlineData("Quality:Missing", "0")]
    [InlineData("Retention:Jobs", "00:00:01")]
    [InlineData("Retention:BatchSize", "0")]
    [InlineData("Scheduler:IdleWait", "00:10:00")]
    [InlineData("Telemetry:MaxFigures", "-1")]
    [InlineData("Webhooks:MaxAttempts", "0")]
    public void A_value_out_of_its_bounds_stops_the_start_and_is_named(string key, string value)
    {
        var refused = Assert.Throws<OptionsValidationException>(() => MonitoringWorker.Start("Host=127.0.0.1;Port=1", (key, value)));

        Assert.Contains(key.Split(':')[1], refused.Message, StringComparison.Ordinal);
    }
}
