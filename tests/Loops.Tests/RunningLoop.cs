using System.Diagnostics;
using AspireMl.Contracts.Clients;
using AspireMl.Testing;

namespace AspireMl.Loops.Tests;

/// <summary>The services of the loop in a process of their own each, on one database.</summary>
sealed class RunningLoop : IAsyncDisposable
{
    public const string Secret = "a secret of this test alone";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly string _folder = Directory.CreateTempSubdirectory("aspireml-loop-").FullName;
    readonly Stack<IAsyncDisposable> _started = [];
    (string Key, string Value)[] _shared = [];

    RunningLoop()
    {
    }

    public JobClient Jobs { get; private set; } = null!;

    public InferenceClient Inference { get; private set; } = null!;

    public ImageClient Images { get; private set; } = null!;

    public DatasetClient Datasets { get; private set; } = null!;

    public TrainingClient Training { get; private set; } = null!;

    public MonitoringClient Monitoring { get; private set; } = null!;

    /// <summary>The simulator, when the loop has one.</summary>
    public SimulatorClient Simulator { get; private set; } = null!;

    public string MonitoringAddress { get; private set; } = "";

    /// <summary>Alertmanager, which Prometheus tells of alerts.</summary>
    public AlertmanagerServer Alertmanager { get; private set; } = null!;

    /// <summary>Prometheus, which scrapes all of them.</summary>
    public PrometheusServer Prometheus { get; private set; } = null!;

    /// <summary>Where alerts start runs.</summary>
    public string AlertAddress { get; private set; } = "";

    /// <param name="simulated">Whether the simulator runs too.</param>
    /// <param name="servers">Whether the distribution's servers are used: its PostgreSQL, RabbitMQ for the queue, Swift for objects; else the PostgreSQL of npm and a folder do it all.</param>
    public static async Task<RunningLoop> StartAsync(bool simulated, bool servers)
    {
        var loop = new RunningLoop();
        try
        {
            await loop.StartAllAsync(simulated, servers);
            return loop;
        }
        catch
        {
            await loop.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a command of the retraining worker on the same stores, and gives what it said.</summary>
    public async Task<string> RunAsync(params IReadOnlyList<string> arguments)
    {
        var result = await ServiceProcess.RunAsync("Retraining.Worker", arguments, _shared);
        Assert.True(result.ExitCode == 0, result.Written);
        return result.Written;
    }

    /// <summary>Waits until each panel of a dashboard shows something.</summary>
    public async Task ShowsEveryPanelAsync(string dashboard)
    {
        var empty = new Dashboard(dashboard).Queries;
        for (var watch = Stopwatch.StartNew(); empty.Count > 0 && watch.Elapsed < Patience; await Task.Delay(500))
        {
            empty = await Prometheus.EmptyOnesAsync(empty);
        }

        Assert.Empty(empty);
    }

    public async ValueTask DisposeAsync()
    {
        while (_started.TryPop(out var started))
        {
            await started.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    async Task StartAllAsync(bool simulated, bool servers)
    {
        var server = await PostgresServer.StartNewAsync(servers ? PostgresServer.DistributionPrograms : null);
        _started.Push(server);
        _shared =
        [
            ("ConnectionStrings__database", await server.CreateDatabaseAsync()),
            ("Objects__Path", Path.Combine(_folder, "objects")),
            ("Models__UnpackedPath", Path.Combine(_folder, "packages")),
            ("Capture__Path", Path.Combine(_folder, "capture")),
        ];
        if (servers)
        {
            await StartServersAsync();
        }

        var inference = await StartAsync("Inference.Api", _shared);
        (string, string) known = ("services__inference-api__http__0", AddressOf(inference));
        // Few settings are tried, and labels alone start nothing: the alert shall.
        var retraining = await StartAsync(
            "Retraining.Worker",
            [.. _shared, known, ("Triggers__AlertSecret", Secret), ("Triggers__NewLabels", "0"), ("Runs__Draws", "2"), ("Runs__Poll", "00:00:00.200")]);
        var monitoring = await StartAsync("Monitoring.Worker", [.. _shared, known]);
        if (simulated)
        {
            await StartSimulatorAsync(AddressOf(retraining));
        }

        Alertmanager = await AlertmanagerServer.StartAsync();
        _started.Push(Alertmanager);
        Prometheus = await PrometheusServer.StartAsync(
            [("inference-api", inference.Client.BaseAddress!), ("monitoring-worker", monitoring.Client.BaseAddress!), ("retraining-worker", retraining.Client.BaseAddress!)],
            Alertmanager.Address);
        _started.Push(Prometheus);
        (Jobs, Inference, Images) = (new(inference.Client), new(inference.Client), new(inference.Client));
        (Datasets, Training) = (new(retraining.Client), new(retraining.Client));
        (Monitoring, MonitoringAddress) = (new(monitoring.Client), AddressOf(monitoring));
        AlertAddress = AddressOf(retraining) + "v1/triggers/alerts";
    }

    async Task StartServersAsync()
    {
        var rabbit = await RabbitMqServer.StartNewAsync();
        _started.Push(rabbit);
        var swift = await SwiftServer.StartNewAsync();
        _started.Push(swift);
        _shared = [.. _shared, ("ConnectionStrings__queue", rabbit.ConnectionString), ("ConnectionStrings__objects", swift.ConnectionStringOf("loop"))];
    }

    async Task StartSimulatorAsync(string retraining)
    {
        var simulator = await StartAsync(
            "Simulator",
            [
                .. _shared, ("services__retraining-worker__http__0", retraining),
                ("Simulator__Interval", "00:00:00.010"), ("Simulator__LabelDelay", "00:00:00"), ("Simulator__TrainingRows", "2000"), ("Simulator__TestingRows", "300"),
            ]);
        Simulator = new(simulator.Client);
    }

    static string AddressOf(ServiceProcess service) => service.Client.BaseAddress!.ToString();

    async Task<ServiceProcess> StartAsync(string project, (string, string)[] settings)
    {
        var service = await ServiceProcess.StartAsync(project, settings);
        _started.Push(service);
        return service;
    }
}
