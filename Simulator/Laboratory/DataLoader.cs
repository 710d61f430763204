using System.Globalization;
using System.Text;
using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Datasets;
using AspireMl.Contracts.Jobs;
using AspireMl.Contracts.Models;
using AspireMl.Simulator.Control;
using AspireMl.Simulator.Roasting;
using AspireMl.Storage;
using AspireMl.Storage.Jobs;
using Microsoft.Extensions.Options;

namespace AspireMl.Simulator.Laboratory;

/// <summary>On a first start makes the dataset, fills what is to be learned from and compared on, and binds the service to the model.</summary>
sealed partial class DataLoader(
    DatasetClient datasets, IServiceStore services, SimulatorSwitch simulator, IOptions<SimulatorOptions> options, TimeProvider time, ILogger<DataLoader> logger)
    : BackgroundService
{
    const int PastSeed = 1;
    static readonly TimeSpan Retry = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await BindAsync(stoppingToken);
                await LoadAsync(stoppingToken);
                return;
            }
            catch (Exception away) when (away is ApiException or StorageUnavailableException)
            {
                LogWaiting(away.Message);
                simulator.Stuck(away.Message);
                await Task.Delay(Retry, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    async Task BindAsync(CancellationToken stopping)
    {
        var model = options.Value.Model;
        if ((await services.ListAsync(stopping)).All(binding => binding.Service != model))
        {
            await services.PutAsync(new ServiceBinding(model, model, ModelAliases.Champion), stopping);
        }
    }

    async Task LoadAsync(CancellationToken stopping)
    {
        var (training, testing) = (options.Value.TrainingRows, options.Value.TestingRows);
        var name = options.Value.Model;
        var known = (await datasets.ListAsync(stopping)).FirstOrDefault(dataset => dataset.Name == name)
            ?? await datasets.PutAsync(name, RoastSchema.Schema, stopping);
        if (known.Splits.Any(split => split.Split is DatasetSplits.Training or DatasetSplits.Testing && split.Rows > 0))
        {
            return;
        }

        var machine = RoastingMachine.Warm(PastSeed, options.Value.Step);
        var start = time.GetUtcNow() - ((training + testing) * options.Value.Step);
        await AddAsync(DatasetSplits.Training, Past(machine, start, training), stopping);
        await AddAsync(DatasetSplits.Testing, Past(machine, start + (training * options.Value.Step), testing), stopping);
    }

    async Task AddAsync(string split, string csv, CancellationToken stopping)
    {
        using var rows = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        var added = await datasets.AddCsvAsync(options.Value.Model, split, rows, stopping);
        LogLoaded(added.Inserted, split);
    }

    string Past(RoastingMachine machine, DateTimeOffset start, int rows)
    {
        var csv = new StringBuilder().AppendJoin(',', [RoastSchema.Time, .. Reading.Names, RoastSchema.Target]).Append('\n');
        for (var row = 0; row < rows; row++)
        {
            var reading = machine.Step();
            csv.Append((start + (row * options.Value.Step)).UtcDateTime.ToString("O", CultureInfo.InvariantCulture)).Append(',')
                .AppendJoin(',', reading.Features.Append(reading.Quality).Select(value => value.ToString("0.###", CultureInfo.InvariantCulture))).Append('\n');
        }

        return csv.ToString();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Loaded {Rows} rows of {Split} data")]
    partial void LogLoaded(long rows, string split);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The first data wait: {Reason}")]
    partial void LogWaiting(string reason);
}
