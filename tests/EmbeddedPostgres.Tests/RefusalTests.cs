using System.Net;
using System.Net.Sockets;

namespace AspireMl.EmbeddedPostgres.Tests;

public sealed class RefusalTests(Folder folder) : IClassFixture<Folder>
{
    [Fact]
    public async Task Data_of_another_major_version_is_refused_in_one_line()
    {
        var file = Path.Combine(folder.Data, "PG_VERSION");
        var version = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, "17\n");
        try
        {
            using var postgres = new RunningPostgres(folder.Path);

            Assert.Equal(RefusedException.ExitCode, await postgres.ExitAsync());
            Assert.Single(postgres.Output.Trim().Split('\n'));
            Assert.Contains("was made by PostgreSQL 17, and this is PostgreSQL 18", postgres.Output, StringComparison.Ordinal);
        }
        finally
        {
            await File.WriteAllTextAsync(file, version);
        }
    }

    [Fact]
    public async Task A_taken_port_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        using var postgres = new RunningPostgres(folder.Path, port);

        Assert.Equal(RefusedException.ExitCode, await postgres.ExitAsync());
        Assert.Contains($"Port {port} is taken", postgres.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_with_something_else_in_it_is_left_alone()
    {
        var elsewhere = Path.Combine(folder.Root, "elsewhere");
        Directory.CreateDirectory(Path.Combine(elsewhere, "data", "photos"));
        using var postgres = new RunningPostgres(elsewhere);

        Assert.Equal(RefusedException.ExitCode, await postgres.ExitAsync());
        Assert.True(Directory.Exists(Path.Combine(elsewhere, "data", "photos")));
    }

    [Fact]
    public async Task A_folder_that_the_account_cannot_enter_sends_the_data_elsewhere()
    {
        if (!Libc.IsRoot)
        {
            return;
        }

        var closed = Directory.CreateDirectory(Path.Combine(folder.Root, "closed"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
        using var postgres = new RunningPostgres(Path.Combine(closed, "postgres"), fallback: Path.Combine(folder.Root, "open"));
        await postgres.ReadyAsync();

        Assert.Equal(1, await postgres.QueryAsync("select 1"));
        Assert.False(Directory.Exists(Path.Combine(closed, "postgres", "data")));
        Assert.Contains("cannot enter", postgres.Output, StringComparison.Ordinal);
        Assert.Equal(0, await postgres.StopAsync());
    }
}
