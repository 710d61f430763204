using AspireMl.Retraining.Worker.Tests.Harness;
using Microsoft.Extensions.Options;

namespace AspireMl.Retraining.Worker.Tests;

public sealed class OptionsTests
{
    [Theory]
    [InlineData("Datasets:MaxRowBytes", "1")]
    [InlineData("ImageDatasets:MaxRatio", "1")]
    [InlineData("Runs:HeldOutShare", "1")]
    [InlineData("Scheduler:IdleWait", "00:10:00")]
    [InlineData("Schedules:Settled", "02:00:00")]
    [InlineData("Triggers:NewLabels", "1001")]
    public async Task A_value_out_of_its_bounds_stops_the_start_and_is_named(string key, string value)
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => RetrainingWorker.StartAsync("Host=127.0.0.1;Port=1", (key, value)));

        Assert.Contains(key.Split(':')[1], refused.Message, StringComparison.Ordinal);
    }
}
