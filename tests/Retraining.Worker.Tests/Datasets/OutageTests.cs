using System.Net;
using System.Net.Http.Json;
using AspireMl.Retraining.Worker.Tests.Harness;
using AspireMl.Testing;

namespace AspireMl.Retraining.Worker.Tests.Datasets;

/// <summary>A server of its own, because the test stops it.</summary>
public sealed class OutageTests : IAsyncLifetime
{
    PostgresServer? _server;

    PostgresServer Server => _server ?? throw new InvalidOperationException("The server is not started yet.");

    public async Task InitializeAsync() => _server = await PostgresServer.StartNewAsync();

    public async Task DisposeAsync() => await Server.DisposeAsync();

    [Fact]
    public async Task While_the_database_is_away_uploads_and_schedules_are_put_off_and_sent_again_nothing_is_lost_or_doubled()
    {
        await using var worker = await RetrainingWorker.StartAsync(await Server.CreateDatabaseAsync());
        using var created = await worker.Client.PutAsJsonAsync("/v1/datasets/roast", Uploads.Schema);
        var dataset = new TestDataset("roast", worker.Client);
        var rows = $"{Uploads.Header}\n{Uploads.Rows(100)}";
        Assert.Equal(40, (await dataset.AddAsync(Uploads.Csv($"{Uploads.Header}\n{Uploads.Rows(40)}"))).Inserted);

        await Server.KillAsync();
        using (var away = await dataset.PostAsync(Uploads.Csv(rows)))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
            Assert.NotNull(away.Headers.RetryAfter);
        }

        await TestDataset.RefusedAsync(worker.Client.GetAsync("/v1/schedules"), HttpStatusCode.ServiceUnavailable);
        await Server.StartAsync();

        var again = await dataset.AddAsync(Uploads.Csv(rows));
        Assert.Equal((60, 40), (again.Inserted, again.Unchanged));
        Assert.Equal(100, await dataset.CountAsync());
        Assert.Equal("[]", await worker.Client.GetStringAsync("/v1/schedules"));
    }
}
