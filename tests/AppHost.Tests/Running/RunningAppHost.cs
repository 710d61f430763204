using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace AspireMl.AppHost.Tests.Running;

/// <summary>The AppHost as a process of its own, on free ports and with its data in a folder of its own.</summary>
internal sealed class RunningAppHost : IAsyncDisposable
{
    readonly string _data = Directory.CreateTempSubdirectory("aspireml-").FullName;
    readonly List<string> _lines = [];
    readonly Process _process;

    public RunningAppHost(params string[] arguments)
    {
        File.SetUnixFileMode(_data, (UnixFileMode)0b111_101_101);
        var program = Path.Combine(AppContext.BaseDirectory, "..", "..", "AppHost", Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')), "AppHost.dll");
        PostgresPort = FreePort();
        var start = new ProcessStartInfo("dotnet",
        [
            Path.GetFullPath(program), "--Infrastructure", "embedded", "--Data", _data, "--Ports:postgres", $"{PostgresPort}",
            "--Ports:inference-api", $"{FreePort()}", "--Ports:frontend", $"{FreePort()}",
            "--Ports:monitoring-worker", $"{FreePort()}", "--Ports:retraining-worker", $"{FreePort()}",
            "--Ports:simulator", $"{FreePort()}", .. arguments,
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_URLS"] = $"http://localhost:{FreePort()}";
        start.Environment["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = $"http://localhost:{FreePort()}";
        _process = Process.Start(start)!;
        _process.OutputDataReceived += Remember;
        _process.ErrorDataReceived += Remember;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int PostgresPort { get; }

    public int ExitCode => _process.ExitCode;

    public string Passfile => Path.Combine(_data, "postgres", "passfile");

    public string Output
    {
        get
        {
            lock (_lines)
            {
                return string.Join('\n', _lines);
            }
        }
    }

    /// <summary>Waits until a text has been printed so often.</summary>
    public Task PrintedAsync(string text, int times = 1) => Until(() => Output.Split(text).Length > times, $"'{text}' was not printed {times} times");

    /// <summary>Every process that the AppHost has started, at whatever distance.</summary>
    public IReadOnlyList<int> Descendants()
    {
        var parents = Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Select(name => int.TryParse(name, out var id) ? id : 0)
            .Where(id => id > 0).ToDictionary(id => id, ProcessTree.ParentOf);
        var found = new List<int> { _process.Id };
        for (var at = 0; at < found.Count; at++)
        {
            found.AddRange(parents.Where(pair => pair.Value == found[at]).Select(pair => pair.Key));
        }

        return [.. found.Skip(1)];
    }

    public async Task EndAsync(int signal)
    {
        ProcessTree.Signal(_process.Id, signal);
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
    }

    public static Task GoneAsync(IReadOnlyList<int> processes) =>
        Until(() => processes.All(id => !ProcessTree.Runs(id)), "Some of the processes still run");

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            var descendants = Descendants();
            await EndAsync(ProcessTree.Kill);
            await GoneAsync(descendants);
        }

        _process.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    public static async Task Until(Func<bool> condition, string failure)
    {
        for (var waited = Stopwatch.StartNew(); !condition(); await Task.Delay(50))
        {
            Assert.True(waited.Elapsed < TimeSpan.FromMinutes(2), failure);
        }
    }

    void Remember(object sender, DataReceivedEventArgs line)
    {
        lock (_lines)
        {
            _lines.Add(line.Data ?? "");
        }
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
