using Npgsql;

namespace AspireMl.EmbeddedPostgres.Tests;

public sealed class StartTests(Folder folder) : IClassFixture<Folder>
{
    [Fact]
    public async Task The_password_opens_the_database_and_nothing_else_does()
    {
        using var postgres = new RunningPostgres(folder.Path);
        await postgres.ReadyAsync();

        Assert.Equal("aspireml", await postgres.QueryAsync("select current_database()::text"));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => postgres.QueryAsync("select 1", "Host=localhost;Username=aspireml;Database=aspireml;Password=wrong"));
        Assert.Equal("28P01", refused.SqlState);
        Assert.Equal("127.0.0.1", await postgres.QueryAsync("show listen_addresses"));
        Assert.Equal("UTF8", await postgres.QueryAsync("show server_encoding"));
        Assert.Equal("scram-sha-256", await postgres.QueryAsync("select split_part(rolpassword, '$', 1)::text from pg_authid where rolname = 'aspireml'").ContinueWith(task => ((string)task.Result!).ToLowerInvariant()));
    }

    [Fact]
    public void Only_its_owner_can_read_the_password_and_no_half_made_folder_stays()
    {
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.Passfile));
        Assert.Equal(["data", "lock", "passfile"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Root_does_not_run_the_server()
    {
        using var postgres = new RunningPostgres(folder.Path);
        await postgres.ReadyAsync();

        var user = File.ReadLines($"/proc/{postgres.Server}/status").First(line => line.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[1];
        Assert.NotEqual("0", user);
    }

    [Fact]
    public async Task A_lost_password_is_replaced()
    {
        var before = await File.ReadAllTextAsync(folder.Passfile);
        File.Delete(folder.Passfile);
        using var postgres = new RunningPostgres(folder.Path);
        await postgres.ReadyAsync();

        Assert.Equal(1, await postgres.QueryAsync("select 1"));
        Assert.NotEqual(before, await File.ReadAllTextAsync(folder.Passfile));
    }

    [Fact]
    public async Task A_second_program_on_the_same_folder_waits_for_the_first()
    {
        using var first = new RunningPostgres(folder.Path);
        await first.ReadyAsync();
        using var second = new RunningPostgres(folder.Path);
        Assert.Equal(0, await first.StopAsync());

        await second.ReadyAsync();
        Assert.Equal(1, await second.QueryAsync("select 1"));
    }
}
