using System.Net.Http.Json;
using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Models;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Storage.Objects;

namespace AspireMl.Inference.Api.Tests.Models.Registry;

[Collection(SharedPostgres.Name)]
public sealed class RegistryTests(PostgresFixture postgres)
{
    [Fact]
    public async Task An_installed_package_is_registered_and_becomes_champion_where_there_is_none()
    {
        await using var api = await StartAsync(TabularPackages.Write(), TabularPackages.Write(version: "1.1.0"));
        var client = new RegistryClient(api.Client);

        var move = Assert.Single((await client.HistoryAsync("kiln")).Items);

        Assert.Equal(("champion", null, "1.1.0", "installation"), (move.Alias, move.From, move.To, move.MovedBy));
        var model = await api.Client.GetFromJsonAsync<ModelSummary>("/v1/models/kiln");
        Assert.Equal((true, "1.1.0", 2), (model!.Ready, model.Aliases["champion"], model.Versions.Count));
    }

    [Fact]
    public async Task An_uploaded_package_is_registered_with_who_sent_it_and_comes_back_whole()
    {
        await using var api = await StartAsync();
        var client = new RegistryClient(api.Client, "mia");
        var package = TabularPackages.Write();

        var registered = await UploadAsync(client, TabularPackages.Zip(package));
        using var download = new MemoryStream();
        await client.DownloadAsync("kiln", "1.0.0", download);

        Assert.Equal(new("kiln", "1.0.0"), registered.Model);
        Assert.Equal("mia", registered.CreatedBy);
        Assert.Equal(registered.Package, ObjectKey.Of(download.ToArray()));
        download.Position = 0;
        var unpacked = ModelPackage.OpenArchive(download, Path.Combine(api.Folder, "unpacked"));
        Assert.True(ModelPackage.IsSame(ModelPackage.Open(package.Folder).Card, unpacked.Card));
        var model = await api.Client.GetFromJsonAsync<ModelSummary>("/v1/models/kiln");
        Assert.Equal(["1.0.0"], model!.Versions.Select(version => version.Version));
        Assert.False(model.Ready);
        Assert.Empty(model.Aliases);
    }

    [Fact]
    public async Task The_same_package_may_be_sent_again_but_another_one_not_under_its_version()
    {
        await using var api = await StartAsync();
        var client = new RegistryClient(api.Client);
        var first = await UploadAsync(client, TabularPackages.Zip(TabularPackages.Write()));

        Assert.Equal(first, await UploadAsync(new(api.Client, "someone"), TabularPackages.Zip(TabularPackages.Write())));
        var refused = await Assert.ThrowsAsync<ApiException>(() => UploadAsync(client, TabularPackages.Zip(TabularPackages.Write(intercept: 1))));
        Assert.Equal(409, (int?)refused.Status);
    }

    [Fact]
    public async Task An_alias_is_moved_with_who_and_why_and_the_history_tells_of_any_time()
    {
        await using var api = await StartAsync(TabularPackages.Write());
        var client = new RegistryClient(api.Client, "kai");
        await UploadAsync(client, TabularPackages.Zip(TabularPackages.Write(version: "2.0.0")));

        var move = await client.MoveAliasAsync("kiln", "champion", "2.0.0", "Better beyond the interval.");

        Assert.Equal(("1.0.0", "2.0.0", "kai", "Better beyond the interval."), (move.From, move.To, move.MovedBy, move.Reason));
        Assert.Equal(move, await client.MoveAliasAsync("kiln", "champion", "2.0.0", "Once more."));
        Assert.Equal(move, (await client.HistoryAsync("kiln", "champion", limit: 1)).Items[0]);
        Assert.Equal("1.0.0", (await client.HistoryAsync("kiln", "champion", move.MovedAt.AddMicroseconds(-1))).Items[0].To);
        Assert.Empty((await client.HistoryAsync("kiln", "challenger")).Items);
        var model = await api.Client.GetFromJsonAsync<ModelSummary>("/v1/models/kiln");
        Assert.Equal((true, "2.0.0"), (model!.Ready, model.Aliases["champion"]));
    }

    [Theory]
    [InlineData("kiln", "champion", "9.0.0", "Why not.", 422)]
    [InlineData("oven", "champion", "1.0.0", "Why not.", 404)]
    [InlineData("kiln", "Champion!", "1.0.0", "Why not.", 400)]
    [InlineData("kiln", "champion", "1.0.0", " ", 400)]
    public async Task A_move_that_cannot_be_is_refused(string model, string alias, string version, string reason, int status)
    {
        await using var api = await StartAsync(TabularPackages.Write());

        using var response = await api.Client.PutAsJsonAsync($"/v1/models/{model}/aliases/{alias}", new { version, reason });

        await response.AssertProblemAsync(status);
    }

    [Theory]
    [InlineData("/v1/models/oven/aliases/history", 404)]
    [InlineData("/v1/models/kiln/aliases/history?limit=0", 400)]
    [InlineData("/v1/models/kiln/aliases/history?at=yesterday", 400)]
    [InlineData("/v1/models/kiln/versions/9.0.0/package", 404)]
    public async Task What_is_not_there_or_not_a_value_is_refused(string path, int status)
    {
        await using var api = await StartAsync(TabularPackages.Write());

        using var response = await api.Client.GetAsync(path);

        await response.AssertProblemAsync(status);
    }

    [Fact]
    public async Task Who_makes_a_request_has_a_name_of_at_most_100_characters()
    {
        await using var api = await StartAsync(TabularPackages.Write());
        var client = new RegistryClient(api.Client, new('a', 101));

        var refused = await Assert.ThrowsAsync<ApiException>(() => client.MoveAliasAsync("kiln", "challenger", "1.0.0", "For tests."));

        Assert.Equal(400, (int?)refused.Status);
    }

    async Task<InferenceApi> StartAsync(params Inference.Api.Models.InstalledPackage[] installed)
    {
        var models = new FakeModels();
        models.Installed.AddRange(installed);
        return await InferenceApi.Start(await postgres.Server.CreateDatabaseAsync(), Directory.CreateTempSubdirectory("aspireml-api-").FullName, models).ReadyAsync();
    }

    static async Task<RegisteredPackage> UploadAsync(RegistryClient client, byte[] zip)
    {
        using var stream = new MemoryStream(zip);
        return await client.UploadAsync(stream);
    }
}
