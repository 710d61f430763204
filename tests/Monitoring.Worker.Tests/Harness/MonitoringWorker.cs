using AspireMl.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AspireMl.Monitoring.Worker.Tests.Harness;

/// <summary>The service on a real port of the loopback address.</summary>
sealed class MonitoringWorker : WebApplicationFactory<Program>
{
    readonly string _connectionString;
    readonly (string Key, string Value)[] _settings;
    readonly Action<IServiceCollection> _replace;

    MonitoringWorker(string connectionString, Action<IServiceCollection> replace, (string Key, string Value)[] settings) =>
        (_connectionString, _replace, _settings) = (connectionString, replace, settings);

    /// <summary>Starts the service on a database.</summary>
    public static MonitoringWorker Start(string connectionString, params (string Key, string Value)[] settings) =>
        Start(connectionString, _ => { }, settings);

    /// <summary>Starts the service with some of its parts replaced.</summary>
    public static MonitoringWorker Start(string connectionString, Action<IServiceCollection> replace, params (string Key, string Value)[] settings)
    {
        var worker = new MonitoringWorker(connectionString, replace, settings);
        worker.ListenAsync().GetAwaiter().GetResult();
        return worker;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("ConnectionStrings:database", _connectionString);
        builder.UseSetting("Objects:Path", Path.Combine(Path.GetTempPath(), "aspireml-monitoring-objects"));
        // Tests have data of fixed days, which must not go when those are long past; a test about that sets lifetimes.
        foreach (var kind in (string[])["Answers", "Predictions", "Images", "Jobs", "DeadLetters", "Alerts", "Webhooks", "Reports"])
        {
            builder.UseSetting($"Retention:{kind}", "");
        }

        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(_replace);
    }
}
