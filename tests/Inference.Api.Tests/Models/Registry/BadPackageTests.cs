using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AspireMl.Contracts.Models;
using AspireMl.Inference.Api.Models;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Testing;

namespace AspireMl.Inference.Api.Tests.Models.Registry;

/// <summary>Each bad package is refused with its reason, and leaves nothing behind.</summary>
[Collection(SharedPostgres.Name)]
public sealed class BadPackageTests(PostgresFixture postgres) : IAsyncLifetime
{
    const int MostBytes = 20_000;

    static readonly InstalledPackage Good = TabularPackages.Write();

    InferenceApi _api = null!;

    public async Task InitializeAsync() => _api = await InferenceApi.Start(
        await postgres.Server.CreateDatabaseAsync(), ("ModelUploads:MaxBytes", $"{MostBytes}")).ReadyAsync();

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public Task A_wrong_hash_is_refused() => RefusedAsync(
        422, "The file model.onnx is not the one that model.json names", TabularPackages.Zip(Good, folder => File.AppendAllText(Path.Combine(folder, "model.onnx"), "x")));

    [Fact]
    public Task A_path_that_leads_elsewhere_is_refused() =>
        RefusedAsync(422, "a file whose name is not allowed", Zip(archive => Write(archive, "../../escaped.txt", "x"u8)));

    [Fact]
    public Task A_graph_that_does_not_match_its_card_is_refused() => RefusedAsync(
        422, "model.onnx", TabularPackages.Zip(Good, folder => EditCard(folder, card => card["inputs"]![0]!["shape"]![1] = 5)));

    [Fact]
    public Task A_graph_that_is_none_is_refused_without_a_path_of_this_machine() => RefusedAsync(
        422, "model.onnx is not a graph", TabularPackages.Zip(Good, folder => Replace(folder, "model.onnx", "no graph"u8)));

    [Fact]
    public Task A_sample_that_is_answered_otherwise_is_refused() => RefusedAsync(
        422, "The sample of kiln", TabularPackages.Zip(Good, folder => Replace(folder, "sample.json", """{"row":[1,2,1,null],"outputs":[7]}"""u8)));

    [Fact]
    public Task A_package_larger_than_allowed_is_refused() => RefusedAsync(413, "larger than", new byte[MostBytes + 1]);

    [Fact]
    public Task A_package_that_unpacks_to_more_than_allowed_is_refused() =>
        RefusedAsync(422, "unpacks to more", Zip(archive => Write(archive, "zeros.bin", new byte[20 * MostBytes])));

    [Fact]
    public Task A_file_that_is_no_archive_is_refused() => RefusedAsync(422, "not a readable .zip file", "no archive"u8.ToArray());

    [Fact]
    public Task A_package_for_another_task_than_its_card_describes_is_refused() => RefusedAsync(
        422, "has no image part", TabularPackages.Zip(Good, folder => EditCard(folder, card =>
        {
            card["task"] = ModelTasks.ImageClassification;
            card.Remove("tabular");
        })));

    [Fact]
    public async Task A_model_does_not_change_its_task()
    {
        var models = new FakeModels { Installed = { TabularPackages.Write("span-reader") } };
        models.Cards.Clear();
        await using var api = InferenceApi.Start(await postgres.Server.CreateDatabaseAsync(), Directory.CreateTempSubdirectory("aspireml-api-").FullName, models);
        await Eventually.TrueAsync(async () => (await api.Client.GetFromJsonAsync<ModelSummary[]>("/v1/models"))! is [{ Ready: true }]);
        var reader = TabularPackages.Zip(TabularPackages.Write("span-reader", "2.0.0"), folder => EditCard(folder, card =>
        {
            card["task"] = ModelTasks.DocumentQuestion;
            card.Remove("tabular");
        }));

        using var response = await api.Client.PostAsync("/v1/models", Form(reader));

        Assert.Contains("another task", await response.AssertProblemAsync(422), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_the_package_or_no_form_at_all_is_refused()
    {
        using var nothing = await _api.Client.PostAsync("/v1/models", new MultipartFormDataContent { { new ByteArrayContent([1]), "other", "other.zip" } });
        await nothing.AssertProblemAsync(400);
        using var json = await _api.Client.PostAsJsonAsync("/v1/models", new { package = "kiln" });
        await json.AssertProblemAsync(415);
    }

    [Fact]
    public async Task A_second_package_at_the_same_time_is_refused_with_when_to_try_again()
    {
        using var form = Form(TabularPackages.Zip(Good));
        using var slow = await SlowContent.OfAsync(form);
        // The client of the factory would wait for the whole body.
        using var client = new HttpClient { BaseAddress = _api.Client.BaseAddress };
        var first = client.PostAsync("/v1/models", slow);
        await Eventually.TrueAsync(() => Directory.Exists(Incoming) && Directory.EnumerateFileSystemEntries(Incoming).Any());

        using var second = await _api.Client.PostAsync("/v1/models", Form(TabularPackages.Zip(Good)));
        Assert.Contains("busy with another package", await second.AssertProblemAsync(429), StringComparison.Ordinal);

        slow.LetGo();
        using var registered = await first;
        Assert.Equal(HttpStatusCode.Created, registered.StatusCode);
    }

    string Incoming => Path.Combine(_api.Folder, "packages", "incoming");

    async Task RefusedAsync(int status, string reason, byte[] zip)
    {
        using var response = await _api.Client.PostAsync("/v1/models", Form(zip));
        var sentence = await response.AssertProblemAsync(status);

        Assert.Contains(reason, sentence, StringComparison.Ordinal);
        Assert.DoesNotContain(_api.Folder, sentence, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Incoming));
        Assert.DoesNotContain(await _api.Client.GetFromJsonAsync<ModelSummary[]>("/v1/models") ?? [], model => model.Name == "kiln");
    }

    static MultipartFormDataContent Form(byte[] zip) => new() { { new ByteArrayContent(zip), "package", "package.zip" } };

    static byte[] Zip(Action<ZipArchive> fill)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            fill(archive);
        }

        return zip.ToArray();
    }

    static void Write(ZipArchive archive, string name, ReadOnlySpan<byte> content)
    {
        using var entry = archive.CreateEntry(name).Open();
        entry.Write(content);
    }

    static void Replace(string folder, string file, ReadOnlySpan<byte> content)
    {
        File.WriteAllBytes(Path.Combine(folder, file), content);
        var hash = Storage.Objects.ObjectKey.Of(content);
        EditCard(folder, card => card["files"]![file] = hash);
    }

    static void EditCard(string folder, Action<JsonObject> edit)
    {
        var path = Path.Combine(folder, "model.json");
        var card = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        edit(card);
        File.WriteAllText(path, card.ToJsonString());
    }
}
