using AspireMl.Contracts.Simulation;

namespace AspireMl.Contracts.Clients;

/// <summary>
/// Calls the simulator. Every method throws <see cref="ApiException"/> when the service refuses or cannot be reached, and
/// <see cref="OperationCanceledException"/> when the caller cancels.
/// </summary>
/// <param name="http">A client whose base address is the service's root.</param>
public sealed class SimulatorClient(HttpClient http)
{
    const string Path = "v1/simulator";
    readonly ApiCalls _calls = new(http, "simulator");

    /// <summary>What the machine is doing.</summary>
    public Task<SimulatorState> GetAsync(CancellationToken cancellation = default) => _calls.GetAsync<SimulatorState>(Path, cancellation);

    /// <summary>Changes what the machine is doing.</summary>
    public Task<SimulatorState> ChangeAsync(SimulatorChange change, CancellationToken cancellation = default) =>
        _calls.SendJsonAsync<SimulatorState>(HttpMethod.Put, Path, change, cancellation);
}
