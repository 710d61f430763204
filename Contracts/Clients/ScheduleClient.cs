using AspireMl.Contracts.Schedules;

namespace AspireMl.Contracts.Clients;

/// <summary>
/// Calls the retraining service's schedules. Every method throws <see cref="ApiException"/> when the service refuses or
/// cannot be reached, and <see cref="OperationCanceledException"/> when the caller cancels.
/// </summary>
/// <param name="http">A client whose base address is the service's root.</param>
public sealed class ScheduleClient(HttpClient http)
{
    const string Root = "v1/schedules";
    readonly ApiCalls _calls = new(http, "retraining service");

    /// <summary>All schedules by name.</summary>
    public Task<IReadOnlyList<ScheduleRecord>> ListAsync(CancellationToken cancellation = default) =>
        _calls.GetAsync<IReadOnlyList<ScheduleRecord>>(Root, cancellation);

    /// <summary>One schedule.</summary>
    public Task<ScheduleRecord> GetAsync(string name, CancellationToken cancellation = default) =>
        _calls.GetAsync<ScheduleRecord>(PathOf(name), cancellation);

    /// <summary>Creates or changes a schedule.</summary>
    public Task<ScheduleRecord> PutAsync(string name, ScheduleSettings settings, CancellationToken cancellation = default) =>
        _calls.SendJsonAsync<ScheduleRecord>(HttpMethod.Put, PathOf(name), settings, cancellation);

    /// <summary>Forgets a schedule.</summary>
    public Task DeleteAsync(string name, CancellationToken cancellation = default) =>
        _calls.SendAsync(HttpMethod.Delete, PathOf(name), null, cancellation);

    /// <summary>Lets a schedule rest.</summary>
    public Task<ScheduleRecord> PauseAsync(string name, CancellationToken cancellation = default) => PostAsync(name, "pause", cancellation);

    /// <summary>Takes a schedule up again.</summary>
    public Task<ScheduleRecord> ResumeAsync(string name, CancellationToken cancellation = default) => PostAsync(name, "resume", cancellation);

    /// <summary>Runs what is scheduled now, once, besides its times.</summary>
    public Task<ScheduleRecord> RunAsync(string name, CancellationToken cancellation = default) => PostAsync(name, "run", cancellation);

    Task<ScheduleRecord> PostAsync(string name, string verb, CancellationToken cancellation) =>
        _calls.SendAsync<ScheduleRecord>(HttpMethod.Post, $"{PathOf(name)}/{verb}", null, cancellation);

    static string PathOf(string name) => $"{Root}/{Uri.EscapeDataString(name)}";
}
