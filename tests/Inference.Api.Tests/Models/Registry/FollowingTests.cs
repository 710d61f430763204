using System.Net.Http.Json;
using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Models;
using AspireMl.Inference.Api.Models;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Storage.Registry;
using AspireMl.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AspireMl.Inference.Api.Tests.Models.Registry;

[Collection(SharedPostgres.Name)]
public sealed class FollowingTests(PostgresFixture postgres)
{
    readonly string _folder = Directory.CreateTempSubdirectory("aspireml-api-").FullName;

    [Fact]
    public async Task A_move_in_one_process_is_followed_by_the_others_and_by_the_next_start()
    {
        var database = await postgres.Server.CreateDatabaseAsync();
        await using (var first = await StartAsync(database))
        await using (var second = await StartAsync(database))
        {
            var client = new RegistryClient(first.Client);
            using var zip = new MemoryStream(TabularPackages.Zip(TabularPackages.Write(version: "0.9.0")));
            await client.UploadAsync(zip);
            await client.MoveAliasAsync("kiln", "champion", "0.9.0", "For tests.");

            await Eventually.TrueAsync(async () => await ChampionAsync(second) == ("0.9.0", true));
        }

        await using var later = await StartAsync(database);
        Assert.Equal(("0.9.0", true), await ChampionAsync(later));
    }

    [Fact]
    public async Task While_the_database_is_away_the_installed_packages_are_served_and_registered_later()
    {
        await using var server = await PostgresServer.StartNewAsync();
        var database = await server.CreateDatabaseAsync();
        await server.StopAsync();
        await using var api = InferenceApi.Start(database, _folder, Models(), ("Models:RegistryPatience", "00:00:00.100"));
        await Eventually.TrueAsync(async () => await ChampionAsync(api) == ("1.0.0", true));

        await server.StartAsync();

        var client = new RegistryClient(api.Client);
        await Eventually.TrueAsync(async () => await MovesAsync(client) is [{ To: "1.0.0" }]);
        Assert.Equal(("1.0.0", true), await ChampionAsync(api));
    }

    [Fact]
    public async Task A_version_whose_package_is_gone_does_not_take_the_place_of_the_one_that_answers()
    {
        await using var api = await StartAsync(await postgres.Server.CreateDatabaseAsync());
        var registry = api.Services.GetRequiredService<IModelRegistry>();
        var lost = TabularPackages.Write(version: "3.0.0").Card!;
        await registry.AddAsync(new(lost, new('0', 64), "mia"), default);
        await registry.MoveAsync(new("kiln", ModelAliases.Champion, "3.0.0", "mia", "For tests."), default);
        var catalog = api.Services.GetRequiredService<ModelCatalog>();

        await Eventually.TrueAsync(() => catalog.Find("kiln")?.FindVersion("3.0.0")?.Package.Defect is not null);

        Assert.Equal("1.0.0", (await api.Client.PredictAsync(Rows.One())).Model.Version);
        var refused = await Assert.ThrowsAsync<ApiException>(() => new RegistryClient(api.Client).MoveAliasAsync("kiln", ModelAliases.Challenger, "3.0.0", "For tests."));
        Assert.Equal(422, (int?)refused.Status);
        Assert.Contains("upload it again", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.1.0", "1.1.0", true)]
    [InlineData("0.9.0", "1.0.0", false)]
    public async Task Only_a_newer_installed_version_stands_in_for_a_champion_that_cannot_be_opened(string installed, string champion, bool ready)
    {
        var database = await postgres.Server.CreateDatabaseAsync();
        await using (await StartAsync(database))
        {
        }

        // In another store the champion's package is missing.
        var models = new FakeModels { Installed = { TabularPackages.Write(version: installed) } };
        await using var api = InferenceApi.Start(database, Directory.CreateTempSubdirectory("aspireml-api-").FullName, models);

        await Eventually.TrueAsync(async () => await ChampionAsync(api) == (champion, ready));
        Assert.Equal("1.0.0", Assert.Single(await MovesAsync(new(api.Client))).To);
    }

    static async Task<IReadOnlyList<AliasMove>> MovesAsync(RegistryClient client)
    {
        try
        {
            return (await client.HistoryAsync("kiln")).Items;
        }
        catch (ApiException away) when (away.IsTransient)
        {
            return [];
        }
    }

    Task<InferenceApi> StartAsync(string database) => InferenceApi.Start(database, _folder, Models()).ReadyAsync();

    static FakeModels Models() => new() { Installed = { TabularPackages.Write() } };

    static async Task<(string? Version, bool Ready)> ChampionAsync(InferenceApi api)
    {
        var models = await api.Client.GetFromJsonAsync<ModelSummary[]>("/v1/models");
        return models!.FirstOrDefault(model => model.Name == "kiln") is { } kiln ? (kiln.Aliases.GetValueOrDefault("champion"), kiln.Ready) : (null, false);
    }
}
