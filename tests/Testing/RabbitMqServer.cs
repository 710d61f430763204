using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace AspireMl.Testing;

/// <summary>
/// A real RabbitMQ of its own: on free ports of the loopback address, in a temporary folder, with a name server of its
/// own, under an unprivileged account. It can be stopped and started again.
/// </summary>
public sealed class RabbitMqServer : IAsyncDisposable
{
    const string Program = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    const string Control = "/usr/lib/rabbitmq/bin/rabbitmqctl";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    readonly string _folder = Directory.CreateTempSubdirectory("aspireml-rabbitmq-").FullName;
    readonly int _port = FreePort.Next();
    readonly int _distributionPort = FreePort.Next();
    readonly int _namePort = FreePort.Next();
    readonly int _metricsPort = FreePort.Next();
    Process? _names;
    Process? _process;

    /// <summary>The address with its user.</summary>
    public string ConnectionString => $"amqp://guest:guest@{Address}";

    /// <summary>The address without its user.</summary>
    public string Address => $"127.0.0.1:{_port}";

    /// <summary>Where it tells Prometheus about itself, when it was started so.</summary>
    public Uri MetricsAddress => new($"http://127.0.0.1:{_metricsPort}");

    /// <summary>Starts a server.</summary>
    /// <param name="metrics">Whether it tells Prometheus about itself.</param>
    public static async Task<RabbitMqServer> StartNewAsync(bool metrics = false)
    {
        if (!File.Exists(Program))
        {
            throw new InvalidOperationException("The tests of the queue need RabbitMQ; on Debian or Ubuntu install it with: sudo apt-get install rabbitmq-server");
        }

        var server = new RabbitMqServer();
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(server._folder, "rabbitmq.conf"),
                $"listeners.tcp.1 = 127.0.0.1:{server._port}\nvm_memory_high_watermark.absolute = 512MB\ndisk_free_limit.absolute = 10MB\nlog.console = false\n"
                + (metrics ? $"prometheus.tcp.ip = 127.0.0.1\nprometheus.tcp.port = {server._metricsPort}\n" : ""));
            await File.WriteAllTextAsync(Path.Combine(server._folder, "plugins"), metrics ? "[rabbitmq_prometheus].\n" : "[].\n");
            await UnprivilegedAccount.TakeAsync(server._folder);
            server._names = UnprivilegedAccount.Start("epmd", ["-address", "127.0.0.1", "-port", $"{server._namePort}"], server.Variables);
            await server.StartAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the server again after a stop, on the same ports and data.</summary>
    public async Task StartAsync()
    {
        _process = UnprivilegedAccount.Start(Program, [], Variables);
        for (var patience = Stopwatch.StartNew(); !await ListensAsync(); await Task.Delay(50))
        {
            if (_process.HasExited || patience.Elapsed > Patience)
            {
                throw new InvalidOperationException("RabbitMQ did not start.");
            }
        }
    }

    /// <summary>Says how much disk must be free; with less the server reads nothing that is published.</summary>
    /// <param name="bytes">So much.</param>
    public async Task RequireFreeDiskAsync(long bytes)
    {
        using var control = UnprivilegedAccount.Start(Control, ["set_disk_free_limit", $"{bytes}"], Variables);
        await control.WaitForExitAsync();
        if (control.ExitCode != 0)
        {
            throw new InvalidOperationException($"{Control} ended with {control.ExitCode}.");
        }
    }

    /// <summary>Stops the server as an operator would.</summary>
    public async Task StopAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.SendTerminate();
            using var patience = new CancellationTokenSource(Patience);
            await _process.WaitForExitAsync(patience.Token);
        }
    }

    /// <summary>Kills the server with no chance to say goodbye.</summary>
    public async Task KillAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process?.Dispose();
        if (_names is { HasExited: false })
        {
            _names.Kill();
            await _names.WaitForExitAsync();
        }

        _names?.Dispose();
        // A process of the killed tree may still be writing its last words.
        for (var attempt = 0; attempt < 50 && Directory.Exists(_folder); attempt++)
        {
            try
            {
                Directory.Delete(_folder, recursive: true);
            }
            catch (IOException)
            {
                await Task.Delay(50);
            }
        }
    }

    (string, string)[] Variables =>
    [
        ("HOME", _folder),
        ("RABBITMQ_NODENAME", "tests@localhost"),
        ("RABBITMQ_NODE_PORT", $"{_port}"),
        ("RABBITMQ_DIST_PORT", $"{_distributionPort}"),
        ("ERL_EPMD_PORT", $"{_namePort}"),
        ("ERL_EPMD_ADDRESS", "127.0.0.1"),
        ("RABBITMQ_MNESIA_BASE", Path.Combine(_folder, "mnesia")),
        ("RABBITMQ_LOG_BASE", Path.Combine(_folder, "log")),
        ("RABBITMQ_PID_FILE", Path.Combine(_folder, "pid")),
        ("RABBITMQ_CONFIG_FILE", Path.Combine(_folder, "rabbitmq.conf")),
        ("RABBITMQ_CONF_ENV_FILE", "/dev/null"),
        ("RABBITMQ_ENABLED_PLUGINS_FILE", Path.Combine(_folder, "plugins")),
    ];

    async Task<bool> ListensAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, _port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
