using AspireMl.Contracts.Clients;

namespace AspireMl.Frontend.Blazor.Status;

/// <summary>How one part of the house is.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Status">Its state.</param>
/// <param name="Detail">A sentence, when there is one.</param>
public sealed record ServiceState(string Name, string Status, string? Detail = null)
{
    /// <summary>This service, the inference service, and what the latter depends on.</summary>
    public static IReadOnlyList<ServiceState> All(string own, ServiceHealth inference) =>
    [
        new("frontend", own),
        new("inference-api", inference.Status, inference.Status == "Unreachable" ? "No answer from its address." : null),
        .. inference.Checks.Where(check => check.Name is not "self").Select(check => new ServiceState(check.Name, check.Status, check.Description)),
    ];
}
