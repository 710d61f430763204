using System.Diagnostics;

namespace AspireMl.EmbeddedPostgres;

/// <summary>Prepares the data folder and runs PostgreSQL until it is told to stop, or until PostgreSQL ends by itself.</summary>
internal sealed partial class PostgresServer(
    IOptions<PostgresOptions> options,
    IHostApplicationLifetime lifetime,
    ILogger<PostgresServer> logger) : BackgroundService
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The kernel ends PostgreSQL when the thread that started it ends, so the thread is PostgreSQL's own.
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            Guard(stoppingToken);
            ended.SetResult();
        })
        {
            Name = "postgres",
            IsBackground = true,
        };
        thread.Start();
        await ended.Task;
        lifetime.StopApplication();
    }

    void Guard(CancellationToken stopping)
    {
        try
        {
            Run(stopping);
        }
        catch (RefusedException refusal)
        {
            LogRefused(refusal.Message);
            Environment.ExitCode = RefusedException.ExitCode;
        }
        catch (Exception error) when (error is InvalidOperationException or IOException or UnauthorizedAccessException or System.ComponentModel.Win32Exception)
        {
            LogFailed(error.Message);
            Environment.ExitCode = 1;
        }
    }

    void Run(CancellationToken stopping)
    {
        var settings = options.Value;
        var launcher = new Launcher(Libc.IsRoot ? Account.Choose(settings.Account, Owner.Of(settings), File.ReadLines("/etc/passwd")) : null);
        var layout = new LayoutFinder(settings, launcher, logger).Find();
        using var held = FolderLock.Take(layout, Patience);
        new Leftovers(layout, logger).End();

        var programs = new Programs(layout.Programs, launcher);
        new Cluster(layout, programs, launcher, logger).Prepare();
        PortCheck.MustBeFree(settings.Port);
        if (stopping.IsCancellationRequested)
        {
            return;
        }

        using var postgres = launcher.Start(programs.Postgres, Arguments(layout, settings.Port));
        try
        {
            postgres.WaitForExitAsync(stopping).GetAwaiter().GetResult();
            LogDied(postgres.ExitCode);
            Environment.ExitCode = 1;
        }
        catch (OperationCanceledException)
        {
            Stop(postgres);
        }
    }

    static string[] Arguments(Layout layout, int port) =>
    [
        "-D", layout.Data, "-p", $"{port}",
        "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "log_line_prefix=", "-c", "timezone=UTC",
    ];

    /// <summary>A fast shutdown; if sessions hold that up for too long, an immediate one, which the next start recovers from.</summary>
    static void Stop(Process postgres)
    {
        Libc.Signal(postgres.Id, Libc.Interrupt);
        if (!postgres.WaitForExit(Patience))
        {
            Libc.Signal(postgres.Id, Libc.Quit);
            postgres.WaitForExit();
        }
    }

    [LoggerMessage(LogLevel.Critical, "{Reason}")]
    partial void LogRefused(string reason);

    [LoggerMessage(LogLevel.Critical, "PostgreSQL could not be started: {Reason}")]
    partial void LogFailed(string reason);

    [LoggerMessage(LogLevel.Critical, "PostgreSQL ended by itself with status {Status}.")]
    partial void LogDied(int status);
}
