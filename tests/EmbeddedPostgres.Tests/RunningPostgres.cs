using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace AspireMl.EmbeddedPostgres.Tests;

/// <summary>The program as a process of its own, on a free port.</summary>
internal sealed class RunningPostgres : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    readonly string _folder;
    readonly List<string> _lines = [];
    readonly Process _process;

    public RunningPostgres(string folder, int? port = null, string? fallback = null)
    {
        _folder = folder;
        Port = port ?? FreePort();
        var start = new ProcessStartInfo("dotnet", [typeof(PostgresOptions).Assembly.Location])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PORT"] = $"{Port}";
        start.Environment["EmbeddedPostgres__Folder"] = folder;
        start.Environment["EmbeddedPostgres__Fallback"] = fallback ?? "/nonexistent/fallback";
        _process = Process.Start(start)!;
        _process.OutputDataReceived += Remember;
        _process.ErrorDataReceived += Remember;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Port { get; }

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

    /// <summary>The process of PostgreSQL itself, by its pid file.</summary>
    public int Server => int.Parse(File.ReadLines(Path.Combine(_folder, "data", "postmaster.pid")).First());

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async Task<object?> QueryAsync(string sql, string? connection = null)
    {
        var source = new NpgsqlConnectionStringBuilder(connection ?? $"Host=localhost;Username=aspireml;Database=aspireml;Passfile={_folder}/passfile")
        {
            Port = Port,
            Pooling = false,
        };
        await using var session = new NpgsqlConnection(source.ConnectionString);
        await session.OpenAsync();
        await using var command = new NpgsqlCommand(sql, session);
        return await command.ExecuteScalarAsync();
    }

    public async Task ReadyAsync()
    {
        for (var waited = Stopwatch.StartNew(); !Output.Contains("database system is ready to accept connections", StringComparison.Ordinal); await Task.Delay(20))
        {
            Assert.True(waited.Elapsed < Patience && !_process.HasExited, $"PostgreSQL did not become ready: {Output}");
        }
    }

    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    public Task<int> StopAsync()
    {
        SignalTo(_process.Id, 15);
        return ExitAsync();
    }

    public async Task KillAsync()
    {
        _process.Kill();
        await ExitAsync();
    }

    public static void SignalTo(int process, int signal) => Libc.Signal(process, signal);

    public static async Task GoneAsync(int process)
    {
        for (var waited = Stopwatch.StartNew(); Directory.Exists($"/proc/{process}"); await Task.Delay(20))
        {
            Assert.True(waited.Elapsed < Patience, $"Process {process} still runs.");
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    void Remember(object sender, DataReceivedEventArgs line)
    {
        lock (_lines)
        {
            _lines.Add(line.Data ?? "");
        }
    }
}
