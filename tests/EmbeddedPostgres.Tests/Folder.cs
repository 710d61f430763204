namespace AspireMl.EmbeddedPostgres.Tests;

/// <summary>A folder that every account can enter, with a database that was made and stopped; shared by the tests of a class.</summary>
public sealed class Folder : IAsyncLifetime
{
    public string Root { get; } = Directory.CreateTempSubdirectory("embedded-postgres-").FullName;

    public string Path => System.IO.Path.Combine(Root, "postgres");

    public string Data => System.IO.Path.Combine(Path, "data");

    public string Passfile => System.IO.Path.Combine(Path, "passfile");

    public async Task InitializeAsync()
    {
        File.SetUnixFileMode(Root, (UnixFileMode)0b111_101_101);
        // What a predecessor leaves that was killed while it made the database.
        Directory.CreateDirectory(System.IO.Path.Combine(Path, "initialising", "data"));
        await File.WriteAllTextAsync(System.IO.Path.Combine(Path, "initialising", "data", "PG_VERSION"), "half");
        using var postgres = new RunningPostgres(Path);
        await postgres.ReadyAsync();
        Assert.Equal(0, await postgres.StopAsync());
    }

    public Task DisposeAsync()
    {
        Directory.Delete(Root, recursive: true);
        return Task.CompletedTask;
    }
}
