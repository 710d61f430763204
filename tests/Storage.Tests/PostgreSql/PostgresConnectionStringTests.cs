using AspireMl.Storage.PostgreSql;
using Npgsql;

namespace AspireMl.Storage.Tests.PostgreSql;

[Collection(SharedPostgres.Name)]
public sealed class PostgresConnectionStringTests(PostgresFixture fixture) : IDisposable
{
    readonly string _root = Directory.CreateTempSubdirectory("aspireml-storage-").FullName;

    [Fact]
    public async Task A_relative_password_file_is_found_from_the_service_folder_upwards()
    {
        var service = Directory.CreateDirectory(Path.Combine(_root, "Inference.Api", "bin")).FullName;
        var passfile = Path.Combine(_root, ".data", "postgres", "passfile");
        Directory.CreateDirectory(Path.GetDirectoryName(passfile)!);
        await File.WriteAllTextAsync(passfile, fixture.Server.PassfileLine + "\n");

        var completed = PostgresConnectionString.Complete(fixture.Server.ConnectionString("postgres", ".data/postgres/passfile"), Path.GetTempPath(), service);

        Assert.Equal(passfile, new NpgsqlConnectionStringBuilder(completed).Passfile);
        await using var connection = new NpgsqlConnection(completed);
        await connection.OpenAsync();
    }

    [Fact]
    public void A_password_file_that_is_not_there_yet_means_wait() =>
        Assert.Throws<StorageUnavailableException>(() => PostgresConnectionString.Complete("Host=localhost;Passfile=.data/none/passfile", _root));

    [Fact]
    public void Waiting_is_bounded_unless_the_string_says_otherwise()
    {
        Assert.Equal((5, 15), Bounds("Host=localhost"));
        Assert.Equal((60, 90), Bounds("Host=localhost;Timeout=60;Command Timeout=90"));

        static (int Connect, int Command) Bounds(string given)
        {
            var builder = new NpgsqlConnectionStringBuilder(PostgresConnectionString.Complete(given));
            return (builder.Timeout, builder.CommandTimeout);
        }
    }

    [Theory]
    [InlineData("Host=localhost", GssEncryptionMode.Disable)]
    [InlineData("Host=localhost;GSS Encryption Mode=Require", GssEncryptionMode.Require)]
    public void Kerberos_encrypts_only_where_the_string_asks_for_it(string given, GssEncryptionMode mode) =>
        Assert.Equal(mode, new NpgsqlConnectionStringBuilder(PostgresConnectionString.Complete(given)).GssEncryptionMode);

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
