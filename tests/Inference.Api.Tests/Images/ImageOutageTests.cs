using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Modeling.Tests.Images;
using AspireMl.Storage.Images;
using AspireMl.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AspireMl.Inference.Api.Tests.Images;

/// <summary>What happens to classifications while the database is away. The server is this class's own.</summary>
public sealed class ImageOutageTests : IAsyncLifetime
{
    PostgresServer _server = null!;
    string _database = null!;

    public async Task InitializeAsync()
    {
        _server = await PostgresServer.StartNewAsync();
        _database = await _server.CreateDatabaseAsync();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Classifications_that_a_stop_could_not_record_are_recorded_by_the_next_start_with_all_that_belongs_to_them()
    {
        var api = await InferenceApi.StartWithColoursAsync(_database, ("Capture:FlushTimeout", "00:00:00.100"));
        await _server.KillAsync();
        var image = ColourNetwork.Png("GGGR");
        var answered = await api.Client.ClassifyAsync(image, "?explain=true");
        Assert.Equal(1, api.Captures.Count);
        await api.StopAsync();
        await _server.StartAsync();

        await using var next = await InferenceApi.Start(_database, api.Folder, api.Models).ReadyAsync();
        await Eventually.TrueAsync(() => next.Captures.Count == 0);

        var measured = Assert.Single(await next.Services.GetRequiredService<IImageInferenceStore>().FindAsync([answered.InferenceId], default));
        Assert.Equal(3, measured.Embedding.Length);
        Assert.Equal(answered.Heatmap!.Png, await next.Client.GetByteArrayAsync($"/v1/inferences/{answered.InferenceId}/heatmap"));
        Assert.Equal(image, await next.Client.GetByteArrayAsync($"/v1/inferences/{answered.InferenceId}/image"));
        Assert.Equal(0, next.Captures.Dropped);
    }
}
