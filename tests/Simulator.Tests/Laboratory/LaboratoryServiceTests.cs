using AspireMl.Contracts.Datasets;
using AspireMl.Simulator.Tests.Harness;
using AspireMl.Testing;
using Microsoft.AspNetCore.Http;

namespace AspireMl.Simulator.Tests.Laboratory;

[Collection(SharedServer.Name)]
public sealed class LaboratoryServiceTests(SimulatorFixture fixture)
{
    [Fact]
    public async Task Each_reading_gets_its_label_under_the_id_of_its_job()
    {
        await using var service = await SimulatorService.StartAsync(fixture.Server);
        await Eventually.TrueAsync(() => service.Datasets.Labels.Count >= 20);
        var state = await service.Client.ChangeAsync(new() { Running = false });
        await Eventually.TrueAsync(async () => (await service.Client.GetAsync()).LabelsWaiting == 0);

        var labels = service.Datasets.Labels.ToArray();
        Assert.Equal(labels.Length, labels.Select(label => label.GetProperty(DatasetSchema.InferenceId).GetGuid()).Distinct().Count());
        Assert.All(labels, label => Assert.InRange(label.GetProperty("quality").GetDouble(), 220, 505));
        var latest = Assert.Single(labels, label => label.GetProperty(DatasetSchema.InferenceId).GetGuid() == state.Latest!.JobId);
        Assert.Equal(state.Latest!.Quality, latest.GetProperty("quality").GetDouble());
        Assert.Equal(state.Latest.Features["h_data"], latest.GetProperty("h_data").GetDouble());
    }

    [Fact]
    public async Task Labels_wait_for_their_time()
    {
        await using var service = await SimulatorService.StartAsync(fixture.Server, ("Simulator:LabelDelay", "01:00:00"));
        await Eventually.TrueAsync(async () => (await service.Client.GetAsync()).LabelsWaiting >= 10);
        Assert.Empty(service.Datasets.Labels);
        await service.Client.ChangeAsync(new() { LabelDelayMs = 0 });

        await Eventually.TrueAsync(() => service.Datasets.Labels.Count >= 10);
    }

    [Fact]
    public async Task Labels_survive_an_outage_and_a_refusal_because_the_prediction_is_late()
    {
        await using var service = await SimulatorService.StartAsync(fixture.Server);
        service.Datasets.Outage = Results.Problem("The datasets are away.", statusCode: 503);
        await Eventually.TrueAsync(async () => (await service.Client.GetAsync()).Trouble is { Length: > 0 });
        await service.Client.ChangeAsync(new() { Running = false });
        (service.Datasets.Refused, service.Datasets.Outage) = (3, null);
        await Eventually.TrueAsync(async () => (await service.Client.GetAsync()).LabelsWaiting == 0);

        var state = await service.Client.GetAsync();
        Assert.Equal((state.Readings, 0), (state.Labels, state.LabelsRefused));
        Assert.Equal(state.Readings, service.Datasets.Labels.Count);
    }

    [Fact]
    public async Task A_first_start_makes_the_dataset_and_fills_it_once()
    {
        await using var service = await SimulatorService.StartAsync(fixture.Server, ("Simulator:Running", "false"));
        await Eventually.TrueAsync(() => service.Datasets.Csv.Count == 2);

        Assert.Equal(17, service.Datasets.Schemas["roast-quality"].Features.Count);
        Assert.Equal(41, Lines(DatasetSplits.Training).Length);
        Assert.Equal(21, Lines(DatasetSplits.Testing).Length);
        Assert.StartsWith("time,h_data,ah_data,t_data_1_1,", Lines(DatasetSplits.Training)[0], StringComparison.Ordinal);
        Assert.True(TimeOf(Lines(DatasetSplits.Training)[^1]) < TimeOf(Lines(DatasetSplits.Testing)[1]));

        string[] Lines(string split) => service.Datasets.Csv[split].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        static DateTimeOffset TimeOf(string line) => DateTimeOffset.Parse(line.Split(',')[0]);
    }
}
