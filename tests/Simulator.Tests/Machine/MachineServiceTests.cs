using System.Collections.Concurrent;
using System.Text.Json;
using AspireMl.Contracts.Simulation;
using AspireMl.Simulator.Roasting;
using AspireMl.Simulator.Tests.Harness;
using AspireMl.Storage.Queue;
using AspireMl.Testing;

namespace AspireMl.Simulator.Tests.Machine;

[Collection(SharedServer.Name)]
public sealed class MachineServiceTests(SimulatorFixture fixture)
{
    [Fact]
    public async Task Readings_arrive_in_the_queue_as_jobs()
    {
        await using var service = await SimulatorService.StartAsync(fixture.Server);
        var message = (await ReceiveAsync(service, 3))[0];

        Assert.Equal("roast-quality", message.GetProperty("service").GetString());
        Assert.Equal(7, message.GetProperty("jobId").GetGuid().Version);
        var instance = Assert.Single(message.GetProperty("payload").GetProperty("instances").EnumerateArray());
        Assert.Equal(Reading.Names, instance.EnumerateObject().Select(feature => feature.Name));
        Assert.InRange(instance.GetProperty("t_data_3_2").GetDouble(), 350, 650);
        Assert.True((await service.Client.GetAsync()).Readings >= 3);
    }

    [Fact]
    public async Task Missing_values_are_null_and_nothing_else_is()
    {
        await using var service = await SimulatorService.StartAsync(fixture.Server, ("Simulator:Scenario", "MissingValues"));
        var values = (await ReceiveAsync(service, 30))
            .SelectMany(message => message.GetProperty("payload").GetProperty("instances")[0].EnumerateObject())
            .Select(feature => feature.Value.ValueKind).ToList();

        Assert.InRange(values.Count(kind => kind == JsonValueKind.Null) / (double)values.Count, 0.03, 0.25);
        Assert.All(values, kind => Assert.True(kind is JsonValueKind.Null or JsonValueKind.Number));
    }

    [Fact]
    public async Task A_stopped_machine_sends_nothing_until_it_is_started()
    {
        await using var service = await SimulatorService.StartAsync(fixture.Server, ("Simulator:Running", "false"));
        Assert.Equal((false, 0), Shown(await service.Client.GetAsync()));
        await service.Client.ChangeAsync(new() { Running = true });

        Assert.Single(await ReceiveAsync(service, 1));
        Assert.True((await service.Client.ChangeAsync(new() { Running = false })).Running is false);
    }

    static (bool Running, long Readings) Shown(SimulatorState state) => (state.Running, state.Readings);

    static async Task<IReadOnlyList<JsonElement>> ReceiveAsync(SimulatorService service, int count)
    {
        ConcurrentQueue<JsonElement> received = [];
        await using (service.Queue.Subscribe("roast-quality", 10, (delivery, _) =>
        {
            received.Enqueue(JsonElement.Parse(delivery.Body.Span));
            return Task.FromResult(Settlement.Done);
        }))
        {
            await Eventually.TrueAsync(() => received.Count >= count);
        }

        return [.. received.Take(count)];
    }
}
