using System.Security.Cryptography;
using AspireMl.Testing;
using Npgsql;

namespace AspireMl.Loops.Tests.Backups;

/// <summary>What eng/backup.sh keeps and eng/restore.sh brings back.</summary>
public sealed class BackupTests(DistributionPostgres postgres) : IClassFixture<DistributionPostgres>, IDisposable
{
    const string Database = "ConnectionStrings__database";
    const string Objects = "ConnectionStrings__objects";
    const string Folder = "Objects__Path";

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aspireml-backup-");

    string Backup => Path.Combine(_folder.FullName, "backup");

    [Fact]
    public async Task A_new_service_on_restored_servers_finds_what_was_recorded_and_goes_on()
    {
        await using var swift = await SwiftServer.StartNewAsync();
        var database = await postgres.Server.CreateDatabaseAsync();
        (string, string)[] lost = [(Database, database), (Objects, swift.ConnectionStringOf("lost"))];
        UsedProduct used;
        await using (var service = await StartAsync("lost", lost))
        {
            used = await UsedProduct.UseAsync(service.Client);
            (await StoreScript.BackUpAsync(Backup, lost)).Succeeded();
        }

        await DropAsync(database);
        (string, string)[] restored = [(Database, await postgres.Server.CreateDatabaseAsync()), (Objects, swift.ConnectionStringOf("restored"))];
        (await StoreScript.RestoreAsync(Backup, restored)).Succeeded();

        await using var next = await StartAsync("restored", restored);
        await used.FindAsync(next.Client);
    }

    [Fact]
    public async Task A_restore_into_a_database_that_is_used_is_refused_and_changes_nothing()
    {
        var objects = NewObjects();
        var used = await postgres.Server.CreateDatabaseAsync();
        await ExecuteAsync(used, "create table kept (value int); insert into kept values (1)");
        (await StoreScript.BackUpAsync(Backup, (Database, used), (Folder, objects))).Succeeded();

        var refused = await StoreScript.RestoreAsync(Backup, (Database, used), (Folder, objects));

        Assert.Equal(1, refused.Code);
        Assert.Contains("is not empty: it has 1 tables and sequences. Restore into a new database", refused.Output, StringComparison.Ordinal);
        Assert.Equal(1L, await ExecuteAsync(used, "select count(*) from kept"));
    }

    [Fact]
    public async Task A_folder_of_objects_is_copied_once_and_restored_as_it_was_to_where_the_services_look()
    {
        var objects = NewObjects();
        (string, string)[] settings = [(Database, await postgres.Server.CreateDatabaseAsync()), (Folder, objects)];
        var old = Keep(objects, "old"u8);
        var first = Keep(objects, "first"u8);
        Assert.Contains("2 objects, 2 of them new", (await StoreScript.BackUpAsync(Backup, settings)).Output, StringComparison.Ordinal);
        File.Delete(PathOf(objects, old));
        var second = Keep(objects, "second"u8);
        Assert.Contains("2 objects, 1 of them new", (await StoreScript.BackUpAsync(Backup, settings)).Output, StringComparison.Ordinal);

        var restored = Path.Combine(_folder.FullName, "restored");
        (await StoreScript.RestoreAsync(Backup, (Database, await postgres.Server.CreateDatabaseAsync()), (Folder, restored))).Succeeded();

        Assert.Equal(new[] { PathOf(restored, first), PathOf(restored, second) }.Order(), Directory.GetFiles(restored, "*", SearchOption.AllDirectories).Order());
        Assert.Equal("second", await File.ReadAllTextAsync(PathOf(restored, second)));
    }

    [Fact]
    public async Task An_object_that_is_missing_in_the_backup_is_named_and_does_not_keep_the_rest_from_being_restored()
    {
        var objects = NewObjects();
        var good = Keep(objects, "good"u8);
        var missing = Keep(objects, "missing"u8);
        (await StoreScript.BackUpAsync(Backup, (Database, await postgres.Server.CreateDatabaseAsync()), (Folder, objects))).Succeeded();
        File.Delete(Path.Combine(Backup, "objects", missing));

        var restored = Path.Combine(_folder.FullName, "restored");
        var restore = await StoreScript.RestoreAsync(Backup, (Database, await postgres.Server.CreateDatabaseAsync()), (Folder, restored));

        Assert.Equal(1, restore.Code);
        Assert.Contains($"Missing or damaged in the backup, and left out: {missing}", restore.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(PathOf(restored, good)));
    }

    [Fact]
    public async Task A_damaged_object_is_named_and_does_not_keep_the_others_from_being_backed_up()
    {
        var objects = NewObjects();
        var good = Keep(objects, "good"u8);
        var damaged = Keep(objects, "damaged"u8);
        await File.AppendAllTextAsync(PathOf(objects, damaged), "!");

        var backup = await StoreScript.BackUpAsync(Backup, (Database, await postgres.Server.CreateDatabaseAsync()), (Folder, objects));

        Assert.Equal(1, backup.Code);
        Assert.Contains($"Damaged in the store, and left out: {damaged}", backup.Output, StringComparison.Ordinal);
        Assert.Equal(good, Path.GetFileName(Assert.Single(Directory.GetFiles(Path.Combine(Backup, "objects")))));
    }

    [Theory]
    [InlineData("", "", "Set ConnectionStrings__database to the database's connection string")]
    [InlineData("Host=127.0.0.1;Password=hidden", "", "ConnectionStrings__database lacks Username Database.")]
    [InlineData("Host=127.0.0.1;Port=9;Username=a;Password=hidden;Database=b", "Endpoint=http://127.0.0.1;SecretKey=hidden;Bucket=b", "ConnectionStrings__objects lacks AccessKey.")]
    [InlineData("Host=127.0.0.1;Port=9;Username=a;Password='hid;den';Database=b", "", "The database b at 127.0.0.1:9 does not answer")]
    public async Task What_is_missing_is_said_in_a_line_without_the_secret(string database, string objects, string sentence)
    {
        var refused = await StoreScript.BackUpAsync(Backup, (Database, database), (Objects, objects));

        Assert.Equal(1, refused.Code);
        Assert.StartsWith(sentence, refused.Output, StringComparison.Ordinal);
        Assert.Single(refused.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain("hid", refused.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    Task<ServiceProcess> StartAsync(string name, IEnumerable<(string, string)> settings) => ServiceProcess.StartAsync(
        "Inference.Api",
        [.. settings, ("Models__UnpackedPath", Path.Combine(_folder.FullName, name)), ("Capture__Path", Path.Combine(_folder.FullName, name, "capture"))]);

    string NewObjects() => _folder.CreateSubdirectory("objects").FullName;

    static string Keep(string objects, ReadOnlySpan<byte> content)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(objects, hash))!);
        File.WriteAllBytes(PathOf(objects, hash), content);
        return hash;
    }

    static string PathOf(string objects, string hash) => Path.Combine(objects, hash[..2], hash[2..4], hash);

    async Task DropAsync(string database) =>
        await ExecuteAsync(postgres.Server.ConnectionString("postgres"), $"drop database {new NpgsqlConnectionStringBuilder(database).Database} with (force)");

    static async Task<object?> ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
