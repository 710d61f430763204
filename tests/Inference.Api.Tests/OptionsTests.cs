using AspireMl.Inference.Api.Tests.Harness;
using Microsoft.Extensions.Options;

namespace AspireMl.Inference.Api.Tests;

public sealed class OptionsTests
{
    [Theory]
    [InlineData("Capture:Capacity", "0")]
    [InlineData("Decode:MaxPixels", "0")]
    [InlineData("Images:MaxBatch", "33")]
    [InlineData("Jobs:Prefetch", "0")]
    [InlineData("Models:RegistryRefresh", "02:00:00")]
    [InlineData("ModelUploads:MaxBytes", "1")]
    [InlineData("Queue:Lease", "00:00:00.5")]
    [InlineData("Tabular:MaxInstances", "10001")]
    [InlineData("Uploads:MaxImageBytes", "1")]
    [InlineData("Work:Capacity", "0")]
    public void A_value_out_of_its_bounds_stops_the_start_and_is_named(string key, string value)
    {
        var refused = Assert.Throws<OptionsValidationException>(() => InferenceApi.Start("Host=127.0.0.1;Port=1", (key, value)));

        Assert.Contains(key.Split(':')[1], refused.Message, StringComparison.Ordinal);
    }
}
