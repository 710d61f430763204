using System.Diagnostics;
using System.Text.RegularExpressions;

namespace AspireMl.Frontend.Blazor.Tests.Testing;

/// <summary>The frontend as it is built, in a process of its own on a free port.</summary>
internal sealed partial class FrontendProcess : IDisposable
{
    // One fake speaks for all of them.
    static readonly string[] Services = ["inference-api", "monitoring-worker", "retraining-worker", "simulator"];

    readonly Process _process;
    readonly List<string> _log = [];

    FrontendProcess(Process process) => _process = process;

    public static string ProjectFolder { get; } = FindProject();

    public string Address { get; private set; } = "";

    /// <summary>Starts it and waits until it listens.</summary>
    /// <param name="api">The inference service's address.</param>
    /// <param name="settings">Further settings, each as <c>--Name=value</c>.</param>
    public static async Task<FrontendProcess> StartAsync(string api, params string[] settings)
    {
        var assembly = Path.Combine(AppContext.BaseDirectory, "..", "..", "Frontend.Blazor", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "Frontend.Blazor.dll");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = ProjectFolder };
        string[] arguments = [Path.GetFullPath(assembly), "--urls=http://127.0.0.1:0", .. Services.Select(service => $"--services:{service}:http:0={api}"), .. settings];
        Array.ForEach(arguments, start.ArgumentList.Add);
        var frontend = new FrontendProcess(new() { StartInfo = start });
        await frontend.ListenAsync();
        return frontend;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit(5000);
        }

        _process.Dispose();
    }

    static string FindProject()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "AspireMl.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "Frontend.Blazor");
    }

    async Task ListenAsync()
    {
        var listening = new TaskCompletionSource<string>();
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("The frontend ended: " + Log()));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Address = await listening.Task.WaitAsync(TimeSpan.FromSeconds(60));

        void Read(string? line)
        {
            lock (_log)
            {
                _log.Add(line ?? "");
            }

            if (Listening().Match(line ?? "") is { Success: true } match)
            {
                listening.TrySetResult(match.Groups[1].Value);
            }
        }
    }

    string Log()
    {
        lock (_log)
        {
            return string.Join('\n', _log);
        }
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}
