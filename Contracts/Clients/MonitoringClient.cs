using System.Net.Http.Headers;
using AspireMl.Contracts.Monitoring;
using AspireMl.Contracts.Paging;

namespace AspireMl.Contracts.Clients;

/// <summary>
/// Calls the monitoring service. Every method throws <see cref="ApiException"/> when the service refuses or cannot be
/// reached, and <see cref="OperationCanceledException"/> when the caller cancels.
/// </summary>
/// <param name="http">A client whose base address is the service's root.</param>
public sealed class MonitoringClient(HttpClient http)
{
    readonly ApiCalls _calls = new(http, "monitoring service");

    /// <summary>Says how far one CSV file is from another.</summary>
    /// <param name="reference">What is compared with.</param>
    /// <param name="current">What is compared.</param>
    /// <param name="methods">Short names of drift methods; none for the default of each kind of column.</param>
    /// <param name="cancellation">Ends the work in the service too.</param>
    public async Task<FileDriftReport> CompareAsync(
        Stream reference, Stream current, IReadOnlyList<string>? methods = null, CancellationToken cancellation = default)
    {
        using var form = new MultipartFormDataContent { { Csv(reference), "reference", "reference.csv" }, { Csv(current), "current", "current.csv" } };
        var query = QueryString.Of(("methods", string.Join(',', methods ?? [])));
        return await _calls.SendAsync<FileDriftReport>(HttpMethod.Post, "v1/drift/compare" + query, form, cancellation);
    }

    /// <summary>Makes a report of how far the features that a model is asked about have moved.</summary>
    public Task<DriftReport> GetDriftAsync(string model, ReportRequest request, CancellationToken cancellation = default) =>
        _calls.GetAsync<DriftReport>(Of(model, "drift") + request.ToQuery(), cancellation);

    /// <summary>Makes a report of how far the labels that arrive have moved.</summary>
    public Task<DriftReport> GetTargetDriftAsync(string model, ReportRequest request, CancellationToken cancellation = default) =>
        _calls.GetAsync<DriftReport>(Of(model, "target-drift") + request.ToQuery(), cancellation);

    /// <summary>Makes a report of how far what a model predicts has moved.</summary>
    public Task<DriftReport> GetPredictionDriftAsync(string model, ReportRequest request, CancellationToken cancellation = default) =>
        _calls.GetAsync<DriftReport>(Of(model, "prediction-drift") + request.ToQuery(), cancellation);

    /// <summary>Makes a report of how wrong a model is, by labels and by an estimate.</summary>
    public Task<PerformanceReport> GetPerformanceAsync(string model, ReportRequest request, CancellationToken cancellation = default) =>
        _calls.GetAsync<PerformanceReport>(Of(model, "performance") + request.ToQuery(), cancellation);

    /// <summary>Makes a report of missing, impossible, constant and repeated values.</summary>
    public Task<QualityReport> GetQualityAsync(string model, ReportRequest request, CancellationToken cancellation = default) =>
        _calls.GetAsync<QualityReport>(Of(model, "quality") + request.ToQuery(), cancellation);

    /// <summary>Makes a report of how different images look to a model.</summary>
    public Task<EmbeddingReport> GetEmbeddingDriftAsync(string model, ReportRequest request, CancellationToken cancellation = default) =>
        _calls.GetAsync<EmbeddingReport>(Of(model, "embedding-drift") + request.ToQuery(), cancellation);

    /// <summary>Lists the reports of a model, newest first, with their figures.</summary>
    public Task<Page<ReportSummary>> ListReportsAsync(string model, ReportFilter filter, CancellationToken cancellation = default) =>
        _calls.GetAsync<Page<ReportSummary>>(Of(model, "drift/history") + filter.ToQuery(), cancellation);

    /// <summary>A report as it was made.</summary>
    /// <typeparam name="TReport">The record of its kind.</typeparam>
    public Task<TReport> GetReportAsync<TReport>(Guid reportId, CancellationToken cancellation = default)
        where TReport : ReportHead => _calls.GetAsync<TReport>($"v1/reports/{reportId}", cancellation);

    /// <summary>A report as a page of HTML in UTF-8 that needs nothing else; the caller disposes of it.</summary>
    public Task<Stream> OpenReportPageAsync(Guid reportId, CancellationToken cancellation = default) =>
        _calls.OpenAsync($"v1/reports/{reportId}?format=html", cancellation);

    /// <summary>All monitors, or those of a model.</summary>
    public Task<IReadOnlyList<MonitorRecord>> ListMonitorsAsync(string? model = null, CancellationToken cancellation = default) =>
        _calls.GetAsync<IReadOnlyList<MonitorRecord>>("v1/monitors" + QueryString.Of(("model", model)), cancellation);

    /// <summary>One monitor.</summary>
    public Task<MonitorRecord> GetMonitorAsync(Guid monitorId, CancellationToken cancellation = default) =>
        _calls.GetAsync<MonitorRecord>($"v1/monitors/{monitorId}", cancellation);

    /// <summary>Adds a monitor; it looks for the first time at once.</summary>
    public Task<MonitorRecord> AddMonitorAsync(MonitorRequest monitor, CancellationToken cancellation = default) =>
        _calls.SendJsonAsync<MonitorRecord>(HttpMethod.Post, "v1/monitors", monitor, cancellation);

    /// <summary>Changes a monitor; it looks again at once.</summary>
    public Task<MonitorRecord> ChangeMonitorAsync(Guid monitorId, MonitorRequest monitor, CancellationToken cancellation = default) =>
        _calls.SendJsonAsync<MonitorRecord>(HttpMethod.Put, $"v1/monitors/{monitorId}", monitor, cancellation);

    /// <summary>Removes a monitor with its alerts.</summary>
    public Task DeleteMonitorAsync(Guid monitorId, CancellationToken cancellation = default) =>
        _calls.SendAsync(HttpMethod.Delete, $"v1/monitors/{monitorId}", content: null, cancellation);

    /// <summary>Has a monitor look as soon as a worker is free.</summary>
    public Task RunMonitorAsync(Guid monitorId, CancellationToken cancellation = default) =>
        _calls.SendAsync(HttpMethod.Post, $"v1/monitors/{monitorId}/run", content: null, cancellation);

    /// <summary>Lists alerts, newest first.</summary>
    /// <param name="model">A model's name; null for all.</param>
    /// <param name="state">One of <see cref="AlertStates"/>; null for all.</param>
    /// <param name="cursor">Where the last page ended.</param>
    /// <param name="limit">Most items to return; the service decides when it is null.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<Page<Alert>> ListAlertsAsync(
        string? model = null, string? state = null, string? cursor = null, int? limit = null, CancellationToken cancellation = default) =>
        _calls.GetAsync<Page<Alert>>("v1/alerts" + QueryString.Of(("model", model), ("state", state), ("cursor", cursor), ("limit", limit?.ToString())), cancellation);

    /// <summary>Notes that a person knows of an alert; the client's header <c>X-Actor</c> says who.</summary>
    public Task<Alert> AcknowledgeAsync(Guid alertId, CancellationToken cancellation = default) =>
        _calls.SendAsync<Alert>(HttpMethod.Post, $"v1/alerts/{alertId}/ack", body: null, cancellation);

    static string Of(string model, string what) => $"v1/models/{Uri.EscapeDataString(model)}/{what}";

    static StreamContent Csv(Stream file)
    {
        var content = new StreamContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return content;
    }
}
