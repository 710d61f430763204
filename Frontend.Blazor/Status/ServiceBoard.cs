using AspireMl.Contracts.Clients;
using AspireMl.Frontend.Blazor.Services;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AspireMl.Frontend.Blazor.Status;

/// <summary>Asks all services at once how they are.</summary>
internal sealed class ServiceBoard(IServiceProvider services, ServiceNames names, HealthCheckService own)
{
    const string Self = "frontend";

    /// <summary>The services before any has answered.</summary>
    public IReadOnlyList<ServiceState> Asking { get; } = [.. names.All.Prepend(Self).Select(ServiceState.Asking)];

    /// <summary>This service and the others.</summary>
    public async Task<IReadOnlyList<ServiceState>> AskAsync(CancellationToken cancellation)
    {
        var others = Task.WhenAll(names.All.Select(name => AskAsync(name, cancellation)));
        var self = await own.CheckHealthAsync(cancellation);
        return [new(Self, self.Status.ToString()), .. await others];
    }

    async Task<ServiceState> AskAsync(string name, CancellationToken cancellation) =>
        ServiceState.Of(name, await services.GetRequiredKeyedService<HealthClient>(name).GetAsync(cancellation));
}
