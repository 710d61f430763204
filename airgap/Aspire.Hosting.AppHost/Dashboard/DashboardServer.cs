using System.Net;
using Aspire.Hosting.Orchestration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Aspire.Hosting.Dashboard;

/// <summary>Serves the page at the AppHost's own address, and takes the services' telemetry so that they need not retry.</summary>
internal sealed class DashboardServer(Orchestrator orchestrator, IConfiguration configuration, IHostEnvironment environment) : IHostedService, IAsyncDisposable
{
    WebApplication? _application;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var page = new Uri((configuration["ASPNETCORE_URLS"] ?? "http://localhost:18888").Split(';')[^1]);
        var telemetry = new Uri(configuration["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] ?? "http://localhost:18889");
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            Listen(kestrel, page, HttpProtocols.Http1);
            Listen(kestrel, telemetry, HttpProtocols.Http2);
        });
        _application = builder.Build();
        _application.Run(context => context.Connection.LocalPort == telemetry.Port ? TelemetrySink.TakeAsync(context) : ShowAsync(context));
        try
        {
            await _application.StartAsync(cancellationToken);
        }
        catch (IOException error)
        {
            throw new DistributedApplicationException(
                $"The dashboard cannot listen: {error.Message} Stop the program there, or choose other addresses with ASPNETCORE_URLS and ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL.");
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => _application?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => _application?.DisposeAsync() ?? ValueTask.CompletedTask;

    Task ShowAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(DashboardPage.Render(environment.ApplicationName, orchestrator.Statuses));
    }

    static void Listen(KestrelServerOptions kestrel, Uri address, HttpProtocols protocols)
    {
        if (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip))
        {
            kestrel.Listen(ip, address.Port, options => options.Protocols = protocols);
        }
        else
        {
            kestrel.ListenLocalhost(address.Port, options => options.Protocols = protocols);
        }
    }
}
