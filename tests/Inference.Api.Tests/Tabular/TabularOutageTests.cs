using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Storage.Tabular;
using AspireMl.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AspireMl.Inference.Api.Tests.Tabular;

/// <summary>What happens to answered rows while the database is away. The server is this class's own.</summary>
public sealed class TabularOutageTests : IAsyncLifetime
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
    public async Task Rows_answered_without_a_database_are_recorded_once_it_is_back()
    {
        await using var api = await InferenceApi.StartWithKilnAsync(_database);
        await _server.KillAsync();
        var ids = new List<Guid>();
        for (var request = 0; request < 20; request++)
        {
            ids.AddRange((await api.Client.PredictAsync(Rows.Many(50))).Predictions.Select(prediction => prediction.InferenceId));
        }

        Assert.Equal(20, api.Captures.Count);
        await _server.StartAsync();

        await Eventually.TrueAsync(() => api.Captures.Count == 0);
        Assert.Equal(ids.Order(), (await ReadAsync(api)).Select(row => row.InferenceId).Order());
        Assert.Equal(0, api.Captures.Dropped);
    }

    [Fact]
    public async Task Rows_that_a_stop_could_not_record_are_recorded_by_the_next_start_with_their_missing_values()
    {
        var api = await InferenceApi.StartWithKilnAsync(_database, ("Capture:FlushTimeout", "00:00:00.100"));
        await _server.KillAsync();
        var answered = await api.Client.PredictAsync(Rows.Many(3));
        await api.StopAsync();
        await _server.StartAsync();

        await using var next = await InferenceApi.StartWithKilnAsync(_database, api.Folder);
        await Eventually.TrueAsync(() => next.Captures.Count == 0);

        var recorded = await ReadAsync(next);
        Assert.Equal(answered.Predictions.Select(prediction => prediction.InferenceId), recorded.Select(row => row.InferenceId));
        Assert.Equal([2, 2, 0, float.NaN], recorded[2].Features);
        Assert.Empty(Directory.GetFiles(api.JournalFolder));
    }

    static async Task<List<TabularInference>> ReadAsync(InferenceApi api) =>
        await api.Services.GetRequiredService<ITabularInferenceStore>().ReadAsync(new() { Model = "kiln", OldestFirst = true }).ToListAsync();
}
