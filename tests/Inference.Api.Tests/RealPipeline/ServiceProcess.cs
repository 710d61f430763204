using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Testing;

namespace AspireMl.Inference.Api.Tests.RealPipeline;

/// <summary>The service in a process of its own, which a test may kill.</summary>
sealed class ServiceProcess : IAsyncDisposable
{
    readonly Process _process;

    ServiceProcess(string connectionString, string folder, IEnumerable<(string Key, string Value)> settings)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", [Program(), "--urls", address]) { RedirectStandardOutput = true, WorkingDirectory = RepositoryRoot.Path };
        start.Environment["ConnectionStrings__database"] = connectionString;
        start.Environment["Objects__Path"] = Path.Combine(folder, "objects");
        start.Environment["Models__UnpackedPath"] = Path.Combine(folder, "packages");
        start.Environment["Capture__Path"] = Path.Combine(folder, "capture");
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += static (_, _) => { };
        _process.BeginOutputReadLine();
        Client = new() { BaseAddress = new(address) };
    }

    public HttpClient Client { get; }

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    /// <param name="connectionString">Its database.</param>
    /// <param name="folder">Where it keeps objects and spilled captures.</param>
    /// <param name="settings">Environment variables.</param>
    public static async Task<ServiceProcess> StartAsync(string connectionString, string folder, params IReadOnlyList<(string Key, string Value)> settings)
    {
        var service = new ServiceProcess(connectionString, folder, settings);
        try
        {
            await Eventually.TrueAsync(service.IsHealthyAsync);
            return service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    /// <summary>Kills it with no chance to say goodbye.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
        Client.Dispose();
    }

    async Task<bool> IsHealthyAsync()
    {
        Assert.False(_process.HasExited, "Inference.Api ended before it was ready.");
        try
        {
            using var response = await Client.GetAsync("/health");
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    // Beside the folder of the tests, under the same configuration's name.
    static string Program()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        return Path.Combine(RepositoryRoot.Path, "artifacts", "bin", "Inference.Api", configuration, "Inference.Api.dll");
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
