using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AspireMl.ServiceDefaults.Tests;

/// <summary>A service with the defaults, on a port that the system chose.</summary>
sealed class TestService : IAsyncDisposable
{
    readonly WebApplication _app;

    TestService(WebApplication app)
    {
        _app = app;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public string Address => Client.BaseAddress!.ToString().TrimEnd('/');

    public static async Task<TestService> StartAsync(
        Action<IHostApplicationBuilder>? configure = null,
        Action<WebApplication>? map = null,
        Dictionary<string, string?>? settings = null,
        string environment = "Production")
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment, ApplicationName = "TestService" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        builder.AddServiceDefaults();
        configure?.Invoke(builder);

        var app = builder.Build();
        app.MapDefaultEndpoints();
        map?.Invoke(app);
        await app.StartAsync();
        return new TestService(app);
    }

    /// <summary>The samples of a scrape, once one has the text that is waited for.</summary>
    public async Task<string> ScrapeAsync(string until)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var text = await Client.GetStringAsync("/metrics", patience.Token);
            if (text.Contains(until, StringComparison.Ordinal))
            {
                return text;
            }

            // The exporter serves one answer for 300 ms.
            await Task.Delay(100, patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
