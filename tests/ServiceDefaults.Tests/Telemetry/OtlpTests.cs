using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AspireMl.ServiceDefaults.Tests.Telemetry;

public sealed partial class OtlpTests
{
    [Fact]
    public async Task Traces_metrics_and_logs_go_to_the_collector_at_the_latest_when_the_service_stops()
    {
        var received = new ConcurrentDictionary<string, int>();
        await using var collector = await TestService.StartAsync(map: app => app.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            received.AddOrUpdate(signal, (int)body.Length, (_, length) => length + (int)body.Length);
        }));

        await using (var service = await TestService.StartAsync(settings: new()
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        }))
        {
            LogTrial(service.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Trial"));
            service.Services.GetRequiredService<IMeterFactory>().Create("AspireMl.Trial").CreateCounter<int>("aspireml.trial").Add(1);
            (await service.Client.GetAsync("/nowhere")).Dispose();
        }

        Assert.Equal(["logs", "metrics", "traces"], received.Where(signal => signal.Value > 0).Select(signal => signal.Key).Order());
    }

    [LoggerMessage(LogLevel.Warning, "Something happened.")]
    static partial void LogTrial(ILogger logger);
}
