using AspireMl.Contracts.ImageDatasets;
using AspireMl.Contracts.Paging;
using AspireMl.Contracts.Training;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace AspireMl.Frontend.Blazor.Tests.Testing;

/// <summary>The image datasets' part of the HTTP contract: two versions of one dataset.</summary>
internal sealed class FakeImageDatasets
{
    public const string Name = "street-animals";

    static readonly DateTimeOffset Start = new(2026, 11, 21, 8, 30, 0, TimeSpan.Zero);
    static readonly string[] Labels = ["cat", "dog", "fox"];

    public List<ImageDatasetVersion> Versions { get; } = [];

    /// <summary>The last archive, and how it was sent.</summary>
    public (string Dataset, string? Mode, string? Reason, byte[] Archive)? Uploaded { get; private set; }

    /// <summary>Answered instead of anything while set.</summary>
    public IResult? Refusal { get; set; }

    public void Reset()
    {
        Versions.Clear();
        Versions.AddRange([Version(2, "Photos of the new camera."), Version(1, "Uploaded.")]);
        (Uploaded, Refusal) = (null, null);
    }

    public void Map(WebApplication app)
    {
        app.MapGet("/v1/image-datasets", () => Refusal ?? Results.Ok(Versions.Take(1)));
        var one = app.MapGroup($"/v1/image-datasets/{Name}");
        one.MapGet("/versions", () => Refusal ?? Results.Ok(new Page<ImageDatasetVersion>(Versions, null)));
        one.MapGet("/versions/{number:int}", (int number) => Versions.Find(version => version.Number == number));
        one.MapGet("/versions/{number:int}/entries", List);
        one.MapGet("/versions/{number:int}/checks", (int number, string? format) => format == "html" ? FakeReports.Plain : Results.Ok(Report(number)));
        one.MapGet("/compare", (int from, int to) => new ImageDatasetComparison(
            Name, from, to, 14, 1, 2, 180, [.. Entries("training").Take(12)], [Entry("fox", "training", 90)], [new(Entry("cat", "training", 3), Entry("dog", "training", 3))]));
        one.MapPost("/versions/{number:int}/restore", (int number, RestoreRequest request) =>
        {
            Versions.Insert(0, Version(Versions[0].Number + 1, request.Reason));
            return Versions[0];
        });
        one.MapGet("/images/{sha256}/thumbnail", () => Results.File(Path.Combine(FrontendProcess.ProjectFolder, "wwwroot", "samples", "thumbnails", "cafe-receipt.jpg"), "image/jpeg"));
        app.MapPost("/v1/image-datasets/{dataset}/versions", ImportAsync);
    }

    static ImageDatasetVersion Version(int number, string reason) => new(
        Name, number, new($"{number}"[0], 64), number == 1 ? null : number - 1, Start.AddDays(number), "anonymous", reason,
        [.. from label in Labels from split in ImageSplits.All select new LabelCount(label, split, (split == ImageSplits.Training ? 50 : 10) + label.Length * number)]);

    static ImageEntry Entry(string label, string split, int number) => new($"{split}/{label}/{number}.jpg", $"{number:x64}", label, split);

    static IEnumerable<ImageEntry> Entries(string split) => Enumerable.Range(0, 20).SelectMany(number => Labels.Select(label => Entry(label, split, number)));

    static ImageCheckReport Report(int number) => new(Name, number, new('a', 64), 210, Allowed: false,
    [
        new("unreadable", null, 0, 0, CheckSeverities.Passed, "Every image can be read.", []),
        new("duplicates-across-splits", null, 2, 0, CheckSeverities.Stop, "2 images of testing are in training too.", [.. Entries("testing").Take(2)]),
        new("brightness", "fox", 3, 10, CheckSeverities.Warning, "3 images of fox are much darker than the others.", [.. Entries("training").Take(3)]),
    ]);

    IResult List(string? split, string? label, string? cursor, int limit)
    {
        var found = ImageSplits.All.Where(one => split is null || one == split).SelectMany(Entries).Where(entry => label is null || entry.Label == label).ToList();
        var start = cursor is null ? 0 : int.Parse(cursor);
        return Results.Ok(new Page<ImageEntry>([.. found.Skip(start).Take(limit)], start + limit < found.Count ? $"{start + limit}" : null));
    }

    async Task<IResult> ImportAsync(string dataset, string? mode, string? reason, HttpRequest request)
    {
        using var archive = new MemoryStream();
        await request.Body.CopyToAsync(archive);
        Uploaded = (dataset, mode, reason, archive.ToArray());
        return Refusal ?? Results.Ok(new ImageImport(Versions[0] with { Dataset = dataset }, IsNew: true, 2, [new("notes.txt", "It is no image."), new("cat/7.jpg", "It breaks off in the middle.")]));
    }
}
