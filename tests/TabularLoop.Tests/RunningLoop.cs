using AspireMl.Contracts.Clients;
using AspireMl.Testing;

namespace AspireMl.TabularLoop.Tests;

/// <summary>Every service of the tabular loop in a process of its own, on one database.</summary>
sealed class RunningLoop : IAsyncDisposable
{
    public const string Secret = "a secret of this test alone";

    readonly string _folder = Directory.CreateTempSubdirectory("aspireml-loop-").FullName;
    readonly Stack<IAsyncDisposable> _started = [];

    RunningLoop()
    {
    }

    public JobClient Jobs { get; private set; } = null!;

    public InferenceClient Inference { get; private set; } = null!;

    public DatasetClient Datasets { get; private set; } = null!;

    public TrainingClient Training { get; private set; } = null!;

    public MonitoringClient Monitoring { get; private set; } = null!;

    public SimulatorClient Simulator { get; private set; } = null!;

    /// <summary>Prometheus, which scrapes all of them.</summary>
    public PrometheusServer Prometheus { get; private set; } = null!;

    /// <summary>Where alerts start runs.</summary>
    public string AlertAddress { get; private set; } = "";

    public static async Task<RunningLoop> StartAsync()
    {
        var loop = new RunningLoop();
        try
        {
            await loop.StartAllAsync();
            return loop;
        }
        catch
        {
            await loop.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (_started.TryPop(out var started))
        {
            await started.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    async Task StartAllAsync()
    {
        var server = await PostgresServer.StartNewAsync();
        _started.Push(server);
        (string, string)[] shared =
        [
            ("ConnectionStrings__database", await server.CreateDatabaseAsync()),
            ("Objects__Path", Path.Combine(_folder, "objects")),
            ("Models__UnpackedPath", Path.Combine(_folder, "packages")),
            ("Capture__Path", Path.Combine(_folder, "capture")),
        ];
        var inference = await StartAsync("Inference.Api", shared);
        (string, string) known = ("services__inference-api__http__0", AddressOf(inference));
        // Few settings are tried, and labels alone start nothing: the alert shall.
        var retraining = await StartAsync(
            "Retraining.Worker",
            [.. shared, known, ("Triggers__AlertSecret", Secret), ("Triggers__NewLabels", "0"), ("Runs__Draws", "2"), ("Runs__Poll", "00:00:00.200")]);
        var monitoring = await StartAsync("Monitoring.Worker", [.. shared, known, ("Monitors__PollInterval", "00:00:00.200")]);
        var simulator = await StartAsync(
            "Simulator",
            [
                .. shared, ("services__retraining-worker__http__0", AddressOf(retraining)),
                ("Simulator__Interval", "00:00:00.010"), ("Simulator__LabelDelay", "00:00:00"), ("Simulator__TrainingRows", "2000"), ("Simulator__TestingRows", "300"),
            ]);
        Prometheus = await PrometheusServer.StartAsync(
            (5080, inference.Client.BaseAddress!), (5081, monitoring.Client.BaseAddress!), (5082, retraining.Client.BaseAddress!));
        _started.Push(Prometheus);
        (Jobs, Inference) = (new(inference.Client), new(inference.Client));
        (Datasets, Training) = (new(retraining.Client), new(retraining.Client));
        (Monitoring, Simulator) = (new(monitoring.Client), new(simulator.Client));
        AlertAddress = AddressOf(retraining) + "v1/triggers/alerts";
    }

    static string AddressOf(ServiceProcess service) => service.Client.BaseAddress!.ToString();

    async Task<ServiceProcess> StartAsync(string project, (string, string)[] settings)
    {
        var service = await ServiceProcess.StartAsync(project, settings);
        _started.Push(service);
        return service;
    }
}
