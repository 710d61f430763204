namespace AspireMl.EmbeddedPostgres.Tests;

public sealed class RecoveryTests(Folder folder) : IClassFixture<Folder>
{
    [Fact]
    public async Task The_server_ends_with_its_killed_program_and_the_next_start_finds_the_rows()
    {
        using (var first = new RunningPostgres(folder.Path))
        {
            await first.ReadyAsync();
            await first.QueryAsync("create table kept as select 42 as answer");
            var server = first.Server;
            await first.KillAsync();
            await RunningPostgres.GoneAsync(server);
        }

        using var second = new RunningPostgres(folder.Path);
        await second.ReadyAsync();
        Assert.Equal(42, await second.QueryAsync("select answer from kept"));
    }

    [Fact]
    public async Task A_killed_server_ends_the_program_with_a_failure_and_the_next_start_recovers()
    {
        using (var first = new RunningPostgres(folder.Path))
        {
            await first.ReadyAsync();
            RunningPostgres.SignalTo(first.Server, 9);
            Assert.Equal(1, await first.ExitAsync());
        }

        using var second = new RunningPostgres(folder.Path);
        await second.ReadyAsync();
        Assert.Equal(0, await second.StopAsync());
    }

    [Fact]
    public async Task A_pid_file_that_names_another_program_is_no_obstacle()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.Data, "postmaster.pid"), $"{Environment.ProcessId}\n{folder.Data}\n1700000000\n5433\n\n127.0.0.1\n\nready\n");

        using var postgres = new RunningPostgres(folder.Path);
        await postgres.ReadyAsync();
        Assert.Contains("is another program", postgres.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_its_program_is_stopped_first()
    {
        var options = new PostgresOptions { Folder = folder.Path };
        var launcher = new Launcher(Libc.IsRoot ? Account.Choose(null, Owner.Of(options), File.ReadLines("/etc/passwd")) : null);
        using var orphan = launcher.Start(Path.Combine(options.Programs!, "bin", "postgres"),
            ["-D", folder.Data, "-p", $"{RunningPostgres.FreePort()}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="]);

        var pidFile = Path.Combine(folder.Data, "postmaster.pid");
        Assert.True(SpinWait.SpinUntil(() => File.Exists(pidFile) && File.ReadAllText(pidFile).Contains("ready", StringComparison.Ordinal), TimeSpan.FromMinutes(1)));
        using var postgres = new RunningPostgres(folder.Path);
        await postgres.ReadyAsync();

        Assert.True(orphan.WaitForExit(TimeSpan.FromSeconds(20)));
        Assert.Equal(1, await postgres.QueryAsync("select 1"));
    }
}
