using System.Diagnostics;
using Npgsql;

namespace AspireMl.AppHost.Tests.Running;

public sealed class ProcessTests
{
    [Fact]
    public async Task A_killed_PostgreSQL_is_started_again_and_Ctrl_C_leaves_no_process_behind()
    {
        await using var host = new RunningAppHost();
        await host.PrintedAsync("\nfrontend ");
        Process.GetProcessById(ServerOf(host)).Kill();

        await host.PrintedAsync("database system is ready to accept connections", times: 2);
        Assert.Equal("aspireml", await CurrentUserAsync(host));

        var started = host.Descendants();
        Assert.True(started.Count >= 4, "The services, the program of PostgreSQL and PostgreSQL itself should run.");
        await host.EndAsync(ProcessTree.Interrupt);
        Assert.Equal(0, host.ExitCode);
        await RunningAppHost.GoneAsync(started);
    }

    [Fact]
    public async Task A_killed_AppHost_leaves_no_process_behind()
    {
        await using var host = new RunningAppHost();
        await host.PrintedAsync("database system is ready to accept connections");

        var started = host.Descendants();
        await host.EndAsync(ProcessTree.Kill);

        Assert.NotEmpty(started);
        await RunningAppHost.GoneAsync(started);
    }

    [AirGappedFact]
    public async Task Containers_are_refused_with_a_way_on()
    {
        await using var host = new RunningAppHost("--Infrastructure", "containers");

        await host.PrintedAsync("the application needs 'postgres', 'pgadmin', 'postgres-exporter', 'mongo', 'queue', 'minio', 'alertmanager', 'prometheus', 'cadvisor', 'grafana'. Start it with --Infrastructure embedded");
    }

    static int ServerOf(RunningAppHost host) =>
        host.Descendants().First(process => File.ReadAllText($"/proc/{process}/comm").Trim() == "postgres");

    static async Task<object?> CurrentUserAsync(RunningAppHost host)
    {
        await using var connection = new NpgsqlConnection($"Host=localhost;Port={host.PostgresPort};Username=aspireml;Database=aspireml;Passfile={host.Passfile}");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select current_user::text", connection);
        return await command.ExecuteScalarAsync();
    }
}
