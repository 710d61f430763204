using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Models;
using AspireMl.Inference.Api.Models.Registry;
using AspireMl.Inference.Api.Tests.Harness;

namespace AspireMl.Inference.Api.Tests.Models.Registry;

[Collection(SharedPostgres.Name)]
public sealed class UnpackedPackagesTests(PostgresFixture postgres)
{
    [Fact]
    public async Task What_is_unpacked_and_not_in_use_goes_and_comes_back_when_it_is_needed()
    {
        await using var api = await StartAsync(1024);
        var client = new RegistryClient(api.Client);
        var (first, second) = (await UploadAsync(client, "1.0.0"), await UploadAsync(client, "2.0.0"));
        Assert.Empty(Unpacked(api));

        await client.MoveAliasAsync("kiln", ModelAliases.Champion, "1.0.0", "The first.");
        await UploadAsync(client, "3.0.0");
        Assert.Equal([first], Unpacked(api));

        await client.MoveAliasAsync("kiln", ModelAliases.Champion, "2.0.0", "Better.");
        await UploadAsync(client, "4.0.0");
        Assert.Equal([second], Unpacked(api));

        await client.MoveAliasAsync("kiln", ModelAliases.Champion, "1.0.0", "Back.");
        Assert.Equal("1.0.0", (await api.Client.PredictAsync(Rows.One())).Model.Version);
    }

    [Fact]
    public async Task What_was_used_longest_ago_goes_first_and_what_another_process_uses_stays()
    {
        var bytes = new DirectoryInfo(TabularPackages.Write().Folder).EnumerateFiles().Sum(file => file.Length);
        await using var api = await StartAsync((2 * bytes) + (bytes / 2));
        var client = new RegistryClient(api.Client);
        var (first, second) = (await UploadAsync(client, "1.0.0"), await UploadAsync(client, "2.0.0"));
        using (PackageLease.TryTake(Path.Combine(Folder(api), first)))
        {
            var third = await UploadAsync(client, "3.0.0");
            Assert.Equal(Sorted(first, third), Unpacked(api));
        }

        // The lease was a use: of what is left it is the newest.
        var fourth = await UploadAsync(client, "4.0.0");
        Assert.Equal(Sorted(first, fourth), Unpacked(api));
        Assert.DoesNotContain(second, Unpacked(api));
    }

    async Task<InferenceApi> StartAsync(long mostBytes) => await InferenceApi.Start(
        await postgres.Server.CreateDatabaseAsync(), ("Models:MaxUnpackedBytes", $"{mostBytes}")).ReadyAsync();

    static async Task<string> UploadAsync(RegistryClient client, string version)
    {
        using var zip = new MemoryStream(TabularPackages.Zip(TabularPackages.Write(version: version)));
        return (await client.UploadAsync(zip)).Package;
    }

    static string Folder(InferenceApi api) => Path.Combine(api.Folder, "packages");

    static IEnumerable<string> Unpacked(InferenceApi api) =>
        Sorted([.. Directory.EnumerateDirectories(Folder(api)).Select(folder => Path.GetFileName(folder)).Where(name => name != "incoming")]);

    static IEnumerable<string> Sorted(params string[] names) => names.Order(StringComparer.Ordinal);
}
