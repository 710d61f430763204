using System.Net;
using AspireMl.Contracts.Clients;
using AspireMl.Contracts.ImageDatasets;
using AspireMl.Retraining.Worker.Tests.Datasets;

namespace AspireMl.Retraining.Worker.Tests.ImageDatasets;

[Collection(SharedDatasetService.Name)]
public sealed class ImageChangeTests(DatasetService service) : IAsyncLifetime
{
    readonly ImageDatasetClient _client = new(service.Worker.Client, "Ada");
    readonly string _name = $"changes-{Guid.NewGuid():N}";

    public async Task InitializeAsync()
    {
        using var zip = Pictures.Zip(("training/owl/a.jpg", Pictures.Jpeg(1)), ("training/owl/b.jpg", Pictures.Jpeg(2)), ("testing/finch/c.jpg", Pictures.Jpeg(3)));
        await _client.ImportAsync(_name, zip);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Removing_and_relabelling_make_a_version_that_can_be_compared_and_undone()
    {
        var changed = await _client.ChangeAsync(_name, new() { Reason = "a hawk", Base = 1, Remove = ["training/owl/b.jpg"], Relabel = new Dictionary<string, string> { ["training/owl/a.jpg"] = "hawk" } });
        Assert.Equal((2, 1, "Ada", "a hawk"), (changed.Number, changed.Parent, changed.CreatedBy, changed.Reason));

        var comparison = await _client.CompareAsync(_name, 1, 2);
        Assert.Equal(("owl", "hawk"), (Assert.Single(comparison.Relabelled).From.Label, comparison.Relabelled[0].To.Label));
        Assert.Equal("training/owl/b.jpg", Assert.Single(comparison.Removed).Path);
        Assert.Equal((0, 1), (comparison.AddedCount, comparison.Unchanged));

        var restored = await _client.RestoreAsync(_name, 1, "an owl after all");
        Assert.Equal((3, (await _client.GetAsync(_name, 1)).ManifestHash), (restored.Number, restored.ManifestHash));
        var pages = await _client.ListVersionsAsync(_name, limit: 2);
        Assert.Equal([3, 2], pages.Items.Select(version => version.Number));
        Assert.Equal([1], (await _client.ListVersionsAsync(_name, pages.NextCursor)).Items.Select(version => version.Number));
        Assert.Contains(await _client.ListAsync(), version => version.Dataset == _name && version.Number == 3);
    }

    [Fact]
    public async Task Entries_are_listed_by_pages_split_and_class()
    {
        var first = await _client.ListEntriesAsync(_name, 1, new() { Limit = 2 });
        var second = await _client.ListEntriesAsync(_name, 1, new() { Cursor = first.NextCursor });

        Assert.Equal(["testing/finch/c.jpg", "training/owl/a.jpg", "training/owl/b.jpg"], first.Items.Concat(second.Items).Select(entry => entry.Path));
        Assert.Equal(2, (await _client.ListEntriesAsync(_name, 1, new() { Split = ImageSplits.Training, Label = "owl" })).Items.Count);
        await RefusedAsync(HttpStatusCode.BadRequest, () => _client.ListEntriesAsync(_name, 1, new() { Split = "production" }));
        await RefusedAsync(HttpStatusCode.BadRequest, () => _client.ListEntriesAsync(_name, 1, new() { Cursor = "!" }));
        await RefusedAsync(HttpStatusCode.NotFound, () => _client.ListEntriesAsync(_name, 9, new()));
    }

    [Fact]
    public async Task Changes_that_cannot_be_done_are_refused_with_their_reason()
    {
        var nothing = await RefusedAsync(HttpStatusCode.UnprocessableEntity, () => _client.ChangeAsync(_name, new() { Reason = "x" }));
        Assert.Contains("nothing", nothing, StringComparison.Ordinal);
        var unknown = await RefusedAsync(HttpStatusCode.UnprocessableEntity, () => _client.ChangeAsync(_name, new() { Reason = "x", Remove = ["owl/none.jpg"] }));
        Assert.Contains("owl/none.jpg", unknown, StringComparison.Ordinal);
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, () => _client.ChangeAsync(_name, new() { Reason = "x", Relabel = new Dictionary<string, string> { ["training/owl/a.jpg"] = " " } }));
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, () => _client.ChangeAsync(_name, new() { Reason = "", Remove = ["training/owl/a.jpg"] }));
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, () => _client.ChangeAsync(_name, new() { Reason = "x", Remove = ["training/owl/a.jpg", "training/owl/b.jpg", "testing/finch/c.jpg"] }));
        await RefusedAsync(HttpStatusCode.Conflict, () => _client.ChangeAsync(_name, new() { Reason = "x", Base = 7, Remove = ["training/owl/a.jpg"] }));
        await RefusedAsync(HttpStatusCode.NotFound, () => _client.RestoreAsync(_name, 9, "x"));
        await RefusedAsync(HttpStatusCode.NotFound, () => _client.CompareAsync(_name, 1, 9));
        Assert.Equal(1, (await _client.GetAsync(_name)).Number);
    }

    [Fact]
    public async Task A_version_is_checked_before_anybody_learns_from_it_and_the_page_needs_nothing_else()
    {
        using var zip = Pictures.Zip(("training/owl/a.jpg", Pictures.Jpeg(1)), ("training/finch/a.jpg", Pictures.Jpeg(1)), ("training/owl/broken.jpg", [0xFF, 0xD8, 0xFF, 0, 1]));
        var version = (await _client.ImportAsync(_name, zip)).Version;

        var report = await _client.CheckAsync(_name, version.Number);
        var page = await service.Worker.Client.GetStringAsync($"/v1/image-datasets/{_name}/versions/{version.Number}/checks?format=html");

        Assert.False(report.Allowed);
        Assert.Equal("training/owl/broken.jpg", Assert.Single(report.Checks.Single(check => check.Name == "unreadable").Examples).Path);
        Assert.Equal(2, report.Checks.Single(check => check.Name == "label-conflicts").Examples.Count);
        Assert.StartsWith("<!doctype html>", page, StringComparison.Ordinal);
        Assert.Contains("Must not be learned from", page, StringComparison.Ordinal);
        Assert.Contains("<img src=\"data:image/jpeg;base64,", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
    }

    static async Task<string> RefusedAsync(HttpStatusCode status, Func<Task> call)
    {
        var refused = await Assert.ThrowsAsync<ApiException>(call);
        Assert.Equal(status, refused.Status);
        return refused.Message;
    }
}
