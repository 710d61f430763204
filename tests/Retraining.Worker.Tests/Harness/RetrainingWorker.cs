using AspireMl.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AspireMl.Retraining.Worker.Tests.Harness;

/// <summary>The service on a real port of the loopback address, with a real database.</summary>
sealed class RetrainingWorker : WebApplicationFactory<Program>
{
    readonly string _connectionString;
    readonly Action<IServiceCollection> _change;
    readonly IReadOnlyList<(string Key, string Value)> _settings;

    RetrainingWorker(string connectionString, Action<IServiceCollection> change, IReadOnlyList<(string Key, string Value)> settings)
    {
        _connectionString = connectionString;
        _change = change;
        _settings = settings;
    }

    public HttpClient Client { get; private set; } = new();

    /// <summary>Where the service keeps objects.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("aspireml-retraining-").FullName;

    /// <summary>Starts the service and waits until it says that it is ready.</summary>
    public static Task<RetrainingWorker> StartAsync(string connectionString, params IReadOnlyList<(string Key, string Value)> settings) =>
        StartAsync(connectionString, _ => { }, settings);

    /// <summary>Starts the service with other parts than its own.</summary>
    public static async Task<RetrainingWorker> StartAsync(string connectionString, Action<IServiceCollection> change, params IReadOnlyList<(string Key, string Value)> settings)
    {
        var worker = new RetrainingWorker(connectionString, change, settings);
        await worker.ListenAsync();
        worker.Client = worker.CreateClient();
        await Eventually.TrueAsync(async () => (await worker.Client.GetAsync("/health")).IsSuccessStatusCode);
        return worker;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("ConnectionStrings:database", _connectionString);
        builder.UseSetting("Objects:Path", Path.Combine(Folder, "objects"));
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(_change);
    }
}
