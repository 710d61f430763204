using AspireMl.Contracts.Clients;

namespace AspireMl.Frontend.Blazor.Status;

/// <summary>How one service is.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Status">Its state.</param>
/// <param name="Detail">A sentence, when there is one.</param>
public sealed record ServiceState(string Name, string Status, string? Detail = null)
{
    /// <summary>What it depends on and how that is.</summary>
    public IReadOnlyList<HealthCheckState> Checks { get; init; } = [];

    /// <summary>A service that has not answered yet.</summary>
    public static ServiceState Asking(string name) => new(name, "Asking …");

    /// <summary>What a service says of itself.</summary>
    public static ServiceState Of(string name, ServiceHealth health) =>
        new(name, health.Status, health == ServiceHealth.Unreachable ? "No answer from its address." : null)
        {
            Checks = [.. health.Checks.Where(check => check.Name is not "self")],
        };
}
