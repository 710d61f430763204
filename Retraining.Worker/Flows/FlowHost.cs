using AspireMl.Retraining.Worker.Datasets;
using AspireMl.Retraining.Worker.Evaluations;
using AspireMl.Retraining.Worker.ImageDatasets;
using AspireMl.Retraining.Worker.ImageDatasets.Endpoints;
using AspireMl.Retraining.Worker.Images.Monitors;
using AspireMl.Retraining.Worker.Refusals;
using AspireMl.Retraining.Worker.Runs;
using AspireMl.Retraining.Worker.Runs.Endpoints;
using AspireMl.ServiceDefaults;
using AspireMl.Storage;

namespace AspireMl.Retraining.Worker.Flows;

/// <summary>
/// The part of the service that flows need, with the same stores, on a port of its own. Its worker takes up runs as those of other
/// processes do, so a flow goes on wherever the service runs when its own process dies.
/// </summary>
internal static class FlowHost
{
    const string AnyPort = "http://127.0.0.1:0";
    const string Database = $"ConnectionStrings:{StorageExtensions.DatabaseName}";

    const string MonitoringService = $"ImageMonitors:{nameof(EmbeddingMonitorOptions.Service)}";

    // That of the AppHost on this machine, as it is unless it was moved.
    const string EmbeddedDatabase = "Host=127.0.0.1;Port=5433;Username=aspireml;Database=aspireml;Passfile=.data/postgres/passfile";

    /// <summary>Starts it.</summary>
    /// <param name="monitoring">Address of the monitoring service, or null.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<WebApplication> StartAsync(string? monitoring, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateBuilder();
        // Only what goes wrong: the flow says itself what it does.
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Configuration[Database] ??= EmbeddedDatabase;
        builder.Configuration[MonitoringService] = monitoring ?? builder.Configuration[MonitoringService];
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, AnyPort);
        builder.AddServiceDefaults();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddRefusals();
        builder.AddStorage();
        builder.AddDatasets();
        builder.AddImageDatasets();
        builder.AddRuns();
        builder.Services.AddSingleton<FlowStages>();
        var app = builder.Build();
        app.MapImageDatasets();
        app.MapRuns();
        app.MapEvaluations();
        await app.StartAsync(cancellation);
        return app;
    }
}
