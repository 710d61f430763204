using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AspireMl.ServiceDefaults.Tests.Telemetry;

public sealed class LoggingDefaultsTests
{
    const string Requests = "Microsoft.AspNetCore.Hosting.Diagnostics";

    [Fact]
    public async Task Requests_write_no_lines_but_the_service_does()
    {
        await using var service = await TestService.StartAsync();

        Assert.False(Logger(service, Requests).IsEnabled(LogLevel.Information));
        Assert.True(Logger(service, Requests).IsEnabled(LogLevel.Warning));
        Assert.True(Logger(service, "AspireMl.Trial").IsEnabled(LogLevel.Information));
    }

    [Fact]
    public async Task Configuration_has_the_last_word()
    {
        await using var service = await TestService.StartAsync(settings: new() { ["Logging:LogLevel:Microsoft.AspNetCore"] = "Information" });

        Assert.True(Logger(service, Requests).IsEnabled(LogLevel.Information));
    }

    static ILogger Logger(TestService service, string category) => service.Services.GetRequiredService<ILoggerFactory>().CreateLogger(category);
}
