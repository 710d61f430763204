namespace AspireMl.Contracts.Clients;

/// <summary>What a service says of its own health.</summary>
/// <param name="Status"><c>Healthy</c>, <c>Degraded</c>, <c>Unhealthy</c>, or <c>Unreachable</c> when no answer came.</param>
/// <param name="Checks">Its named checks, where it tells them.</param>
public sealed record ServiceHealth(string Status, IReadOnlyList<HealthCheckState> Checks)
{
    /// <summary>No answer came.</summary>
    public static ServiceHealth Unreachable { get; } = new("Unreachable", []);
}

/// <summary>One named check of a service, for example of its database.</summary>
/// <param name="Name">The check's name.</param>
/// <param name="Status"><c>Healthy</c>, <c>Degraded</c> or <c>Unhealthy</c>.</param>
/// <param name="Description">A sentence, when there is one.</param>
public sealed record HealthCheckState(string Name, string Status, string? Description = null);
