using System.Collections.Concurrent;
using AspireMl.Contracts.Monitoring;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AspireMl.Retraining.Worker.Tests.Harness;

/// <summary>A monitoring service that notes which monitors are asked for.</summary>
sealed class MonitoringService : IAsyncDisposable
{
    readonly ConcurrentQueue<MonitorRequest> _added = new();
    readonly WebApplication _app;

    MonitoringService(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    /// <summary>The monitors that were added, without those that were only changed.</summary>
    public IReadOnlyCollection<MonitorRequest> Added => _added;

    /// <summary>True has it refuse every monitor.</summary>
    public bool IsFull { get; set; }

    public static async Task<MonitoringService> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var service = new MonitoringService(builder.Build());
        service._app.MapGet("/v1/monitors", (string? model) => service._added.Where(monitor => model is null || monitor.Settings.Model == model).Select(Record));
        service._app.MapPost("/v1/monitors", (MonitorRequest request) => service.Add(request));
        service._app.MapPut("/v1/monitors/{id}", (MonitorRequest request) => Record(request));
        await service._app.StartAsync();
        return service;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    IResult Add(MonitorRequest request)
    {
        if (IsFull)
        {
            return Results.Problem("There are too many monitors.", statusCode: StatusCodes.Status409Conflict);
        }

        _added.Enqueue(request);
        return Results.Created("/v1/monitors/1", Record(request));
    }

    static MonitorRecord Record(MonitorRequest request) =>
        new() { MonitorId = Guid.CreateVersion7(), CreatedAt = DateTimeOffset.UnixEpoch, Settings = request.Settings, NextRunAt = DateTimeOffset.UnixEpoch };
}
