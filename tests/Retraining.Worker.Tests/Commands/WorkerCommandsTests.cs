using AspireMl.Retraining.Worker.Commands;
using AspireMl.Retraining.Worker.Tests.Harness;

namespace AspireMl.Retraining.Worker.Tests.Commands;

[Collection(SharedPostgres.Name)]
public sealed class WorkerCommandsTests(PostgresFixture fixture)
{
    [Theory]
    [InlineData(true, "train", "tabular")]
    [InlineData(true, "--help")]
    [InlineData(false)]
    [InlineData(false, "--urls", "http://localhost:5082")]
    [InlineData(false, "--environment=Production")]
    public void Commands_are_told_from_settings(bool command, params string[] arguments) =>
        Assert.Equal(command, WorkerCommands.AreIn(arguments));

    [Fact]
    public async Task Without_a_command_the_worker_serves()
    {
        await using var worker = await RetrainingWorker.StartAsync(await fixture.Server.CreateDatabaseAsync());

        Assert.Contains("\"database\"", await worker.Client.GetStringAsync("/health"), StringComparison.Ordinal);
        Assert.Contains("# TYPE kestrel_active_connections gauge", await worker.Client.GetStringAsync("/metrics"), StringComparison.Ordinal);
        Assert.Contains("openapi", await worker.Client.GetStringAsync("/openapi/v1.json"), StringComparison.Ordinal);
    }
}
