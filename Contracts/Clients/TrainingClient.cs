using AspireMl.Contracts.Paging;
using AspireMl.Contracts.Training;

namespace AspireMl.Contracts.Clients;

/// <summary>
/// Calls the training part of the retraining worker. Every method throws <see cref="ApiException"/> when the service refuses or
/// cannot be reached, and <see cref="OperationCanceledException"/> when the caller cancels.
/// </summary>
/// <param name="http">A client whose base address is the service's root.</param>
public sealed class TrainingClient(HttpClient http)
{
    const string Evaluate = "evaluate";
    const string Explain = "explain";
    const string Html = "html";
    readonly ApiCalls _calls = new(http, "retraining worker");

    /// <summary>Starts a run; refused with status 409 while one of the model is under way.</summary>
    public Task<StartedRun> RetrainAsync(string model, RetrainRequest request, CancellationToken cancellation = default) =>
        _calls.SendJsonAsync<StartedRun>(HttpMethod.Post, $"v1/models/{Uri.EscapeDataString(model)}/retrain", request, cancellation);

    /// <summary>Runs, newest first.</summary>
    /// <param name="model">Of this model only, or of any when null.</param>
    /// <param name="cursor">Where the last page ended.</param>
    /// <param name="limit">Most runs to return, 1 to 200.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<Page<TrainingRun>> ListAsync(string? model = null, string? cursor = null, int? limit = null, CancellationToken cancellation = default) =>
        _calls.GetAsync<Page<TrainingRun>>("v1/runs" + QueryString.Of(("model", model), ("cursor", cursor), ("limit", limit?.ToString())), cancellation);

    /// <summary>One run with what it has found so far.</summary>
    public Task<TrainingRun> GetAsync(Guid runId, CancellationToken cancellation = default) => _calls.GetAsync<TrainingRun>($"v1/runs/{runId}", cancellation);

    /// <summary>Cancels a run: a queued one at once, a running one soon.</summary>
    public Task<TrainingRun> CancelAsync(Guid runId, CancellationToken cancellation = default) =>
        _calls.SendAsync<TrainingRun>(HttpMethod.Post, $"v1/runs/{runId}/cancel", null, cancellation);

    /// <summary>Makes the retrained model of a finished run the champion, whatever the run decided.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="reason">Why, 1 to 500 characters.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<TrainingRun> PromoteAsync(Guid runId, string reason, CancellationToken cancellation = default) =>
        _calls.SendJsonAsync<TrainingRun>(HttpMethod.Post, $"v1/runs/{runId}/promote", new { reason }, cancellation);

    /// <summary>A run as a page of HTML in UTF-8 that needs nothing else; the caller disposes of it.</summary>
    public Task<Stream> OpenReportPageAsync(Guid runId, CancellationToken cancellation = default) =>
        _calls.OpenAsync($"v1/runs/{runId}/report?format=html", cancellation);

    /// <summary>How the champion does on a split of its dataset.</summary>
    /// <param name="model">The model.</param>
    /// <param name="on">A split of <see cref="Datasets.DatasetSplits"/>.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<Evaluation> EvaluateAsync(string model, string on, CancellationToken cancellation = default) =>
        _calls.GetAsync<Evaluation>(Of(model, Evaluate, on), cancellation);

    /// <summary>The same as a page of HTML in UTF-8 that needs nothing else; the caller disposes of it.</summary>
    public Task<Stream> OpenEvaluationPageAsync(string model, string on, CancellationToken cancellation = default) =>
        _calls.OpenAsync(Of(model, Evaluate, on, Html), cancellation);

    /// <summary>How a version of an image classifier does on a split of an image dataset.</summary>
    /// <param name="model">The model.</param>
    /// <param name="on">A split of <see cref="ImageDatasets.ImageSplits"/>.</param>
    /// <param name="version">The version; the champion when null.</param>
    /// <param name="dataset">The image dataset; the one of the model's name when null.</param>
    /// <param name="datasetVersion">Its version; the newest when null.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<ImageEvaluation> EvaluateImagesAsync(
        string model, string on, string? version = null, string? dataset = null, int? datasetVersion = null, CancellationToken cancellation = default) =>
        _calls.GetAsync<ImageEvaluation>(
            $"v1/models/{Uri.EscapeDataString(model)}/images/evaluate" + QueryString.Of(("on", on), ("version", version), ("dataset", dataset), ("datasetVersion", datasetVersion?.ToString())),
            cancellation);

    /// <summary>What the champion goes by on the newest rows of a split.</summary>
    /// <param name="model">The model.</param>
    /// <param name="on">A split of <see cref="Datasets.DatasetSplits"/>.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<Explanation> ExplainAsync(string model, string on, CancellationToken cancellation = default) =>
        _calls.GetAsync<Explanation>(Of(model, Explain, on), cancellation);

    /// <summary>The same as a page of HTML in UTF-8 that needs nothing else; the caller disposes of it.</summary>
    public Task<Stream> OpenExplanationPageAsync(string model, string on, CancellationToken cancellation = default) =>
        _calls.OpenAsync(Of(model, Explain, on, Html), cancellation);

    static string Of(string model, string what, string on, string? format = null) =>
        $"v1/models/{Uri.EscapeDataString(model)}/{what}" + QueryString.Of(("on", on), ("format", format));
}
