using AspireMl.Contracts.Jobs;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Storage.Queue;
using AspireMl.Testing;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;

namespace AspireMl.Inference.Api.Tests.Jobs;

[Collection(SharedPostgres.Name)]
public sealed class LostMessagesTests(PostgresFixture postgres)
{
    const string Queue = "aspireml.jobs.span-reader";

    [Fact]
    public async Task Jobs_whose_messages_the_queue_has_lost_are_done_once()
    {
        await using var rabbit = await RabbitMqServer.StartNewAsync();
        await using var api = await StartAsync("00:00:00.300", ("ConnectionStrings:queue", rabbit.ConnectionString));
        api.Models.Gate.Reset();
        var inHand = await api.Client.SubmitAsync(Forms.Png(1));
        await Eventually.TrueAsync(() => api.Models.InProgress == 1);
        Guid[] waiting = [await api.Client.SubmitAsync(Forms.Png(2)), await api.Client.SubmitAsync(Forms.Png(3))];

        Assert.Equal(2u, await PurgeAsync(rabbit));
        api.Models.Gate.Set();

        foreach (var id in waiting.Append(inHand))
        {
            Assert.Equal(1, (await api.Client.WaitForAsync(id, JobStatuses.Finished)).Attempts);
        }
    }

    [Fact]
    public async Task A_job_that_waits_long_for_its_turn_has_not_lost_its_message()
    {
        await using var api = await StartAsync("00:00:00.100");
        api.Models.Gate.Reset();
        var first = await api.Client.SubmitAsync(Forms.Png(1));
        await Eventually.TrueAsync(() => api.Models.InProgress == 1);
        var second = await api.Client.SubmitAsync(Forms.Png(2));
        await Task.Delay(TimeSpan.FromSeconds(1));

        Assert.Equal(1, await CountMessagesAsync(api));
        api.Models.Gate.Set();
        await api.Client.WaitForAsync(first, JobStatuses.Finished);
        Assert.Equal(1, (await api.Client.WaitForAsync(second, JobStatuses.Finished)).Attempts);
    }

    async Task<InferenceApi> StartAsync(string lostAfter, params (string Key, string Value)[] settings) =>
        await InferenceApi.Start(
            await postgres.Server.CreateDatabaseAsync(),
            [("Jobs:ServicesRefresh", "00:00:00.050"), ("Jobs:Prefetch", "1"), ("Jobs:LostAfter", lostAfter), .. settings]).ReadyAsync();

    static async Task<uint> PurgeAsync(RabbitMqServer rabbit)
    {
        await using var connection = await new ConnectionFactory { Uri = new(rabbit.ConnectionString) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        return await channel.QueuePurgeAsync(Queue);
    }

    static Task<long> CountMessagesAsync(InferenceApi api) =>
        api.Services.GetRequiredService<IMessageBroker>().CountWaitingAsync("span-reader", default);
}
