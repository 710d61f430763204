using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Training;
using AspireMl.Testing;
using Npgsql;

namespace AspireMl.Bench.Faults;

/// <summary>The services that watch and train, and the simulated machine that gives them something to do, beside a product.</summary>
internal sealed class Workers(Product product) : IAsyncDisposable
{
    const string Model = "roast-quality";
    const int TrainingRows = 8000;

    readonly Dictionary<string, ServiceProcess> _running = [];
    readonly string _folder = Directory.CreateTempSubdirectory("aspireml-workers-").FullName;

    /// <summary>Between two reports of the monitor.</summary>
    public static TimeSpan Interval { get; } = TimeSpan.FromSeconds(5);

    /// <summary>Starts all of them, loads the data and sets up a monitor.</summary>
    public static async Task<Workers> StartAsync(Product product)
    {
        var workers = new Workers(product);
        await workers.StartAsync("Monitoring.Worker");
        await workers.StartAsync("Retraining.Worker");
        await workers.StartAsync("Simulator");
        await Eventually.TrueAsync(async () => await workers.CountTrainingRowsAsync() >= TrainingRows);
        await new MonitoringClient(workers._running["Monitoring.Worker"].Client).AddMonitorAsync(new(new() { Name = "readings", Model = Model, Every = $"{Interval.TotalSeconds}s" }));
        return workers;
    }

    /// <summary>Starts one of them; the same data is there for it.</summary>
    public async Task StartAsync(string service) => _running[service] = await ServiceProcess.StartAsync(
        service,
        [
            .. product.Connections,
            ("services__inference-api__http__0", product.Api.Client.BaseAddress!.ToString()),
            ("services__retraining-worker__http__0", _running.GetValueOrDefault("Retraining.Worker")?.Client.BaseAddress!.ToString() ?? ""),
            ("Models__UnpackedPath", Path.Combine(_folder, "packages")),
            ("Simulator__Interval", "00:00:00.100"),
            ("Schedules__DropFolder", Path.Combine(_folder, "drop")),
        ]);

    public async Task KillAsync(string service) => await _running[service].DisposeAsync();

    /// <summary>Has a model trained.</summary>
    public async Task<Guid> TrainAsync()
    {
        var started = await new TrainingClient(_running["Retraining.Worker"].Client).RetrainAsync(Model, new() { Reason = "a fault is tried" });
        await Eventually.TrueAsync(async () => (await RunAsync(started.RunId)).Status == RunStatuses.Running);
        return started.RunId;
    }

    /// <summary>When the monitor's reports were made, in order.</summary>
    public async Task<IReadOnlyList<DateTimeOffset>> ReportsAsync()
    {
        List<DateTimeOffset> made = [];
        await using var connection = await product.OpenAsync();
        await using var command = new NpgsqlCommand("select created_at from monitoring_reports order by created_at", connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            made.Add(reader.GetFieldValue<DateTimeOffset>(0));
        }

        return made;
    }

    /// <summary>How a run stands: its status, how often it was taken up, and the versions that are registered beside the delivered one.</summary>
    public async Task<(string Status, int Attempts, long Versions)> RunAsync(Guid runId)
    {
        await using var connection = await product.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select status, attempts, (select count(*) from model_versions where model = @model and version <> '1.0.0') from runs where run_id = @run",
            connection) { Parameters = { new("model", Model), new("run", runId) } };
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetString(0), reader.GetInt32(1), reader.GetInt64(2));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var running in _running.Values)
        {
            await running.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    async Task<long> CountTrainingRowsAsync()
    {
        await using var connection = await product.OpenAsync();
        await using var command = new NpgsqlCommand("select count(*) from dataset_rows where split = 'training'", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
