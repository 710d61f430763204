using AspireMl.Contracts.Paging;
using AspireMl.Contracts.Training;

namespace AspireMl.Contracts.Clients;

/// <summary>
/// Calls the experiments of the retraining worker. Every method throws <see cref="ApiException"/> when the service refuses or
/// cannot be reached, and <see cref="OperationCanceledException"/> when the caller cancels.
/// </summary>
/// <param name="http">A client whose base address is the service's root.</param>
public sealed class ExperimentClient(HttpClient http)
{
    const string Root = "v1/experiments";
    readonly ApiCalls _calls = new(http, "retraining worker");

    /// <summary>Experiments, newest first.</summary>
    /// <param name="model">Of this model only, or of any when null.</param>
    /// <param name="cursor">Where the page before ended.</param>
    /// <param name="limit">Most experiments to return, 1 to 200.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<Page<Experiment>> ListAsync(string? model = null, string? cursor = null, int? limit = null, CancellationToken cancellation = default) =>
        _calls.GetAsync<Page<Experiment>>(Root + QueryString.Of(("model", model), ("cursor", cursor), ("limit", limit?.ToString())), cancellation);

    /// <summary>Experiments side by side.</summary>
    /// <param name="runs">Their runs, 2 to 20.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<ExperimentComparison> CompareAsync(IReadOnlyList<Guid> runs, CancellationToken cancellation = default) =>
        _calls.GetAsync<ExperimentComparison>($"{Root}/compare{QueryString.Of(("runs", string.Join(',', runs)))}", cancellation);

    /// <summary>Copies experiments as a file.</summary>
    /// <param name="format"><c>csv</c> or <c>json</c>.</param>
    /// <param name="target">Where to.</param>
    /// <param name="model">Of this model only, or of any when null.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async Task ExportAsync(string format, Stream target, string? model = null, CancellationToken cancellation = default)
    {
        using var response = await _calls.OpenAsync(HttpMethod.Get, $"{Root}/export{QueryString.Of(("format", format), ("model", model))}", null, cancellation);
        await response.Content.CopyToAsync(target, cancellation);
    }
}
