using System.Diagnostics;

namespace AspireMl.Testing;

/// <summary>A service of this repository in a process of its own, which a test may kill.</summary>
public sealed class ServiceProcess : IAsyncDisposable
{
    readonly Process _process;
    readonly string _project;

    ServiceProcess(string project, IEnumerable<(string Key, string Value)> settings)
    {
        _project = project;
        var address = $"http://127.0.0.1:{FreePort.Next()}";
        var start = new ProcessStartInfo("dotnet", [Program(project), "--urls", address]) { RedirectStandardOutput = true, WorkingDirectory = RepositoryRoot.Path };
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

    /// <summary>Calls it.</summary>
    public HttpClient Client { get; }

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    /// <param name="project">The project's name. The project of the test must see to it that it is built.</param>
    /// <param name="settings">Environment variables.</param>
    public static Task<ServiceProcess> StartAsync(string project, params IEnumerable<(string Key, string Value)> settings) => StartAsync(project, "/health", settings);

    /// <summary>Starts it where its servers are away, and waits until it answers at all.</summary>
    /// <inheritdoc cref="StartAsync(string, IEnumerable{ValueTuple{string, string}})"/>
    public static Task<ServiceProcess> StartAloneAsync(string project, params IEnumerable<(string Key, string Value)> settings) => StartAsync(project, "/alive", settings);

    static async Task<ServiceProcess> StartAsync(string project, string answering, IEnumerable<(string Key, string Value)> settings)
    {
        var service = new ServiceProcess(project, settings);
        try
        {
            await Eventually.AnsweredAsync(service.Client, answering, service.Lives);
            return service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs one of a service's commands to its end.</summary>
    /// <param name="project">The project's name. The project of the test must see to it that it is built.</param>
    /// <param name="arguments">The command.</param>
    /// <param name="settings">Environment variables.</param>
    /// <returns>How it ended.</returns>
    public static Task<ToolResult> RunAsync(string project, IEnumerable<string> arguments, IEnumerable<(string Key, string Value)> settings) =>
        ToolProcess.RunAsync("dotnet", [Program(project), .. arguments], settings);

    /// <summary>Kills it with no chance to say goodbye.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
        Client.Dispose();
    }

    void Lives()
    {
        if (_process.HasExited)
        {
            throw new InvalidOperationException($"{_project} ended before it was ready.");
        }
    }

    // Beside the folder of the tests, under the same configuration's name.
    static string Program(string project)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        return Path.Combine(RepositoryRoot.Path, "artifacts", "bin", project, configuration, $"{project}.dll");
    }
}
