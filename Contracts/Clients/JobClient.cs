using System.Text.Json;
using AspireMl.Contracts.Jobs;
using AspireMl.Contracts.Paging;

namespace AspireMl.Contracts.Clients;

/// <summary>
/// Calls the part of the inference service that keeps jobs and services. Every method throws <see cref="ApiException"/>
/// when the service refuses or cannot be reached, and <see cref="OperationCanceledException"/> when the caller cancels.
/// </summary>
/// <param name="http">A client whose base address is the service's root.</param>
public sealed class JobClient(HttpClient http)
{
    const string Jobs = "v1/jobs";
    const string Services = "v1/services";
    readonly ApiCalls _calls = new(http, "inference service");

    /// <summary>Queues a job.</summary>
    /// <param name="model">The model that is asked.</param>
    /// <param name="payload">What is asked, as the model's task wants it.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The job's id.</returns>
    public async Task<Guid> SubmitAsync(string model, JsonElement payload, CancellationToken cancellation = default) =>
        (await _calls.SendJsonAsync<JobAccepted>(HttpMethod.Post, Jobs, new { model, payload }, cancellation)).JobId;

    /// <summary>Lists jobs, newest first, without payloads and results.</summary>
    /// <param name="status">One of <see cref="JobStatuses"/>, or null for any.</param>
    /// <param name="cursor">Where the last page ended.</param>
    /// <param name="limit">Most items to return, 1 to 200; the service decides when it is null.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<Page<JobRecord>> ListAsync(string? status = null, string? cursor = null, int? limit = null, CancellationToken cancellation = default) =>
        _calls.GetAsync<Page<JobRecord>>(Jobs + QueryString.Of(("status", status), ("cursor", cursor), ("limit", limit?.ToString())), cancellation);

    /// <summary>One job with its payload and result.</summary>
    public Task<JobRecord> GetAsync(Guid jobId, CancellationToken cancellation = default) => _calls.GetAsync<JobRecord>($"{Jobs}/{jobId}", cancellation);

    /// <summary>How many jobs have each status.</summary>
    public Task<IReadOnlyDictionary<string, long>> CountAsync(CancellationToken cancellation = default) =>
        _calls.GetAsync<IReadOnlyDictionary<string, long>>($"{Jobs}/counts", cancellation);

    /// <summary>Cancels a job: a queued one at once, a running one soon.</summary>
    /// <returns>The job after that.</returns>
    public Task<JobRecord> CancelAsync(Guid jobId, CancellationToken cancellation = default) =>
        _calls.SendAsync<JobRecord>(HttpMethod.Delete, $"{Jobs}/{jobId}", null, cancellation);

    /// <summary>Which model the workers of each service apply.</summary>
    public Task<IReadOnlyList<ServiceBinding>> ListServicesAsync(CancellationToken cancellation = default) =>
        _calls.GetAsync<IReadOnlyList<ServiceBinding>>(Services, cancellation);

    /// <summary>Binds a service to a model's alias.</summary>
    public Task<ServiceBinding> PutServiceAsync(ServiceBinding binding, CancellationToken cancellation = default) =>
        _calls.SendJsonAsync<ServiceBinding>(HttpMethod.Put, $"{Services}/{Uri.EscapeDataString(binding.Service)}", new { binding.Model, binding.Alias }, cancellation);

    /// <summary>Forgets a service; its messages wait until it is bound again.</summary>
    public Task DeleteServiceAsync(string service, CancellationToken cancellation = default) =>
        _calls.SendAsync(HttpMethod.Delete, $"{Services}/{Uri.EscapeDataString(service)}", null, cancellation);
}
