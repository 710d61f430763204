using Aspire.Hosting.Eventing;

namespace Aspire.Hosting.Orchestration;

/// <summary>Starts every resource, each as soon as what it waits for is ready, and stops them in the opposite order.</summary>
internal sealed class Orchestrator : IHostedService, IDisposable
{
    readonly DistributedApplicationModel _model;
    readonly IDistributedApplicationEventing _eventing;
    readonly IServiceProvider _services;
    readonly ProcessThread _processes = new();
    readonly Dictionary<IResource, ResourceRunner> _runners;

    public Orchestrator(
        DistributedApplicationModel model,
        IDistributedApplicationEventing eventing,
        DistributedApplicationExecutionContext execution,
        HealthWatch health,
        IServiceProvider services,
        ILogger<Orchestrator> logger)
    {
        (_model, _eventing, _services) = (model, eventing, services);
        var printer = new LogPrinter();
        _runners = model.Resources.ToDictionary(
            resource => resource,
            resource => new ResourceRunner(new(resource), StatusOf, _processes, health, printer, eventing, execution, services, logger));
    }

    public IEnumerable<ResourceStatus> Statuses => _model.Resources.Select(resource => _runners[resource].Status);

    public ResourceRunner? Runner(IResource resource) => _runners.GetValueOrDefault(resource);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        ContainersRefused.Check(_model);
        Ports.Allocate(_model.Resources);
        foreach (var runner in _runners.Values)
        {
            runner.Begin();
        }

        await _eventing.PublishAsync(new AfterResourcesCreatedEvent(_services, _model), cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        var left = _runners.Values.ToList();
        while (left.Count > 0)
        {
            var needed = left.SelectMany(runner => runner.Status.Resource.Annotations.OfType<WaitAnnotation>()).Select(wait => wait.Resource).ToHashSet();
            var next = left.FindAll(runner => !needed.Contains(runner.Status.Resource));
            next = next.Count > 0 ? next : left;
            await Task.WhenAll(next.Select(runner => runner.EndAsync()));
            left = [.. left.Except(next)];
        }
    }

    public void Dispose()
    {
        foreach (var runner in _runners.Values)
        {
            runner.Dispose();
        }

        _processes.Dispose();
    }

    ResourceStatus? StatusOf(IResource resource) => Runner(resource)?.Status;
}
