namespace AspireMl.Monitoring.Worker.Tests.Harness;

/// <summary>A service whose database is away, for what needs none.</summary>
public sealed class DetachedWorker : IAsyncLifetime
{
    readonly MonitoringWorker _worker = MonitoringWorker.Start("Host=127.0.0.1;Port=1");

    public DetachedWorker() => Client = _worker.CreateClient();

    public HttpClient Client { get; }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _worker.DisposeAsync();
}
