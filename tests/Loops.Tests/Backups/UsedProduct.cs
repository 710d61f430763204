using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Inferences;
using AspireMl.Contracts.Jobs;
using AspireMl.Contracts.Models;
using AspireMl.Testing;

namespace AspireMl.Loops.Tests.Backups;

/// <summary>Inference.Api as somebody used it: an answer with a word on it, a version that became the champion, and a job.</summary>
sealed class UsedProduct
{
    const string Model = "roast-quality";
    const string Version = "9.0.0";
    const string Question = "What is the total?";
    const string Reason = "To see it again after the restore.";

    static readonly string Package = Path.Combine(RepositoryRoot.Path, "models", Model);
    static readonly string Page = Path.Combine(RepositoryRoot.Path, "Frontend.Blazor", "wwwroot", "samples", "cafe-receipt.jpg");

    readonly Guid _answer;
    readonly Guid _job;
    readonly Guid _move;

    UsedProduct(Guid answer, Guid job, Guid move) => (_answer, _job, _move) = (answer, job, move);

    /// <summary>Uses a service until all of it is recorded.</summary>
    public static async Task<UsedProduct> UseAsync(HttpClient service)
    {
        var (inference, jobs, registry) = (new InferenceClient(service), new JobClient(service), new RegistryClient(service, "operator"));
        await using var package = NewVersion();
        await registry.UploadAsync(package);
        var move = await registry.MoveAliasAsync(Model, ModelAliases.Champion, Version, Reason);
        var answer = await AskAsync(inference);
        var job = await jobs.SubmitAsync(Model, Payload());
        await Eventually.TrueAsync(async () => (await inference.ListInferencesAsync(new())).Items.Any(record => record.InferenceId == answer));
        await inference.GiveFeedbackAsync(answer, Feedback.Correct);
        await Eventually.TrueAsync(async () => (await inference.ListInferencesAsync(new() { Verdict = Feedback.Correct })).Items.Count > 0);
        await Eventually.TrueAsync(async () => (await jobs.GetAsync(job)).Status == JobStatuses.Finished);
        return new(answer, job, move.MoveId);
    }

    /// <summary>Asserts that a service knows all of it, and goes on with it.</summary>
    public async Task FindAsync(HttpClient service)
    {
        var (inference, jobs, registry) = (new InferenceClient(service), new JobClient(service), new RegistryClient(service, "operator"));
        var record = await inference.GetInferenceAsync(_answer);
        Assert.Equal((Question, Feedback.Correct), (record.Question, record.Feedback?.Verdict));
        using (var image = await inference.GetImageAsync(_answer))
        {
            Assert.Equal(await SHA256.HashDataAsync(File.OpenRead(Page)), await SHA256.HashDataAsync(image.Content));
        }

        Assert.Equal(Version, (await inference.GetModelAsync(Model)).Aliases[ModelAliases.Champion]);
        var move = (await registry.HistoryAsync(Model, ModelAliases.Champion)).Items[0];
        Assert.Equal((_move, Version, Reason), (move.MoveId, move.To, move.Reason));
        Assert.Equal(Version, (await jobs.GetAsync(_job)).AnsweredBy!.Version);

        var next = await jobs.SubmitAsync(Model, Payload());
        await Eventually.TrueAsync(async () => (await jobs.GetAsync(next)).Status == JobStatuses.Finished);
        Assert.Equal(Version, (await jobs.GetAsync(next)).AnsweredBy!.Version);
        Assert.NotEqual(_answer, await AskAsync(inference));
    }

    static async Task<Guid> AskAsync(InferenceClient inference)
    {
        await using var page = File.OpenRead(Page);
        var answer = await inference.AskAsync(new(page, "image/jpeg", "receipt.jpg"), Question);
        Assert.Equal("41.58", answer.Answer);
        return answer.InferenceId;
    }

    static MemoryStream NewVersion()
    {
        var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            var card = JsonNode.Parse(File.ReadAllText(CardPath))!;
            card["version"] = Version;
            foreach (var file in Directory.EnumerateFiles(Package))
            {
                using var entry = zip.CreateEntry(Path.GetFileName(file)).Open();
                entry.Write(file == CardPath ? JsonSerializer.SerializeToUtf8Bytes(card) : File.ReadAllBytes(file));
            }
        }

        archive.Position = 0;
        return archive;
    }

    static JsonElement Payload()
    {
        var features = JsonNode.Parse(File.ReadAllText(CardPath))!["features"]!.AsArray();
        var row = JsonNode.Parse(File.ReadAllText(Path.Combine(Package, "sample.json")))!["row"]!.AsArray();
        return JsonSerializer.SerializeToElement(new { instances = new[] { features.Zip(row).ToDictionary(pair => $"{pair.First}", pair => pair.Second) } });
    }

    static string CardPath => Path.Combine(Package, "model.json");
}
