using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace AspireMl.ServiceDefaults.Tests.Telemetry;

public sealed class TraceTests : IDisposable
{
    readonly KeptActivities _kept = new();

    [Fact]
    public async Task A_request_and_the_work_inside_it_are_one_trace()
    {
        using var source = new ActivitySource("AspireMl.Trial");
        await using var service = await StartAsync(app => app.MapGet("/pages/{number}", (int number) =>
        {
            using var reading = source.StartActivity("read");
            return number;
        }));

        await service.Client.GetStringAsync("/pages/7");

        var request = await _kept.WaitForAsync(activity => activity.DisplayName == "GET /pages/{number}");
        var work = await _kept.WaitForAsync(activity => activity.DisplayName == "read");
        Assert.Equal(request.SpanId, work.ParentSpanId);
        Assert.Equal("/pages/7", request.GetTagItem("url.path"));
        Assert.Equal(200, request.GetTagItem("http.response.status_code"));
    }

    [Fact]
    public async Task Probes_and_scrapes_leave_no_trace()
    {
        await using var service = await StartAsync(app => app.MapGet("/last", () => "last"));

        foreach (var path in (string[])["/health", "/ready", "/alive", "/metrics", "/last"])
        {
            await service.Client.GetStringAsync(path);
        }

        await _kept.WaitForAsync(activity => activity.DisplayName == "GET /last");
        Assert.DoesNotContain(_kept.All, activity => activity.GetTagItem("url.path") is "/health" or "/ready" or "/alive" or "/metrics");
    }

    [Fact]
    public async Task Requests_have_an_id_but_are_not_recorded_where_traces_are_sent_nowhere()
    {
        await using var service = await StartAsync(app => app.MapGet("/id", () => Activity.Current?.TraceId.ToString()), sampler: null);

        var trace = await service.Client.GetStringAsync("/id");

        Assert.Equal(32, trace.Length);
        Assert.Empty(_kept.All);
    }

    [Theory]
    [InlineData(null, "TestService")]
    [InlineData("inference-api", "inference-api")]
    public async Task A_service_tells_its_name(string? given, string expected)
    {
        var settings = new Dictionary<string, string?> { ["OTEL_SERVICE_NAME"] = given };
        await using var service = await TestService.StartAsync(settings: settings);

        var resource = service.Services.GetRequiredService<TracerProvider>().GetResource();

        Assert.Equal(expected, resource.Attributes.Single(attribute => attribute.Key == "service.name").Value);
    }

    public void Dispose() => _kept.Dispose();

    Task<TestService> StartAsync(Action<WebApplication> map, string? sampler = "always_on") => TestService.StartAsync(
        builder => builder.Services.ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddProcessor(_kept)),
        map,
        new Dictionary<string, string?> { ["OTEL_TRACES_SAMPLER"] = sampler });

    sealed class KeptActivities : BaseProcessor<Activity>
    {
        readonly ConcurrentQueue<Activity> _activities = new();

        public IEnumerable<Activity> All => _activities;

        public override void OnEnd(Activity data) => _activities.Enqueue(data);

        // A request's activity ends after the client has its answer.
        public async Task<Activity> WaitForAsync(Func<Activity, bool> wanted)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            while (true)
            {
                if (_activities.FirstOrDefault(wanted) is { } found)
                {
                    return found;
                }

                await Task.Delay(20, patience.Token);
            }
        }
    }
}
