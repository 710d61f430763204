using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Monitoring;
using AspireMl.Contracts.Paging;
using Microsoft.AspNetCore.Components;

namespace AspireMl.Frontend.Blazor.Monitoring;

/// <summary>Whether what a model is asked about is still what it has learned from.</summary>
public sealed partial class MonitoringPage
{
    const int ShownAlerts = 10;
    const int ShownReports = 40;

    readonly MonitorDraft _draft = new();
    IReadOnlyList<WatchedModel> _models = [];
    IReadOnlyList<MonitorRecord>? _monitors;
    Page<Alert>? _alerts;
    Page<ReportSummary>? _reports;
    ReportHead? _now;
    WatchedModel? _model;
    string _kind = ReportKinds.DataDrift;

    [Inject] MonitoringClient Monitoring { get; set; } = default!;

    [Inject] DatasetClient Datasets { get; set; } = default!;

    [Inject] InferenceClient Inference { get; set; } = default!;

    IReadOnlyList<string> Kinds => _model?.Kinds ?? [];

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        if (_models.Count == 0)
        {
            _models = await WatchedModel.ListAsync(Datasets, Inference, Left);
            Choose(_models.Count > 0 ? _models[0] : null);
        }

        if (_model is { Name: var name })
        {
            _alerts = await Monitoring.ListAlertsAsync(name, limit: ShownAlerts, cancellation: Left);
            _monitors = await Monitoring.ListMonitorsAsync(name, Left);
            _reports = await Monitoring.ListReportsAsync(name, new() { Kind = _kind, Limit = ShownReports }, Left);
        }
    }

    Task ShowAsync(WatchedModel model)
    {
        Choose(model);
        (_alerts, _monitors, _reports, _now) = (null, null, null, null);
        return RefreshAsync();
    }

    void Choose(WatchedModel? model)
    {
        _model = model;
        _kind = _draft.Kind = model?.Kinds[0] ?? ReportKinds.DataDrift;
    }

    Task ShowHistoryAsync(string kind)
    {
        (_kind, _reports) = (kind, null);
        return RefreshAsync();
    }

    async Task CompareAsync()
    {
        var request = new ReportRequest { Window = _draft.Window };
        _now = _model!.SeesImages
            ? await Monitoring.GetEmbeddingDriftAsync(_model.Name, request, Left)
            : await Monitoring.GetDriftAsync(_model.Name, request, Left);
    }

    Task AddAsync() => DoAsync(() => Monitoring.AddMonitorAsync(new(_draft.ToSettings(_model!.Name, Clock.Zone)), Left));

    Task<MonitorRecord> ToggleAsync(MonitorRecord monitor) =>
        Monitoring.ChangeMonitorAsync(monitor.MonitorId, new(monitor.Settings with { Enabled = !monitor.Settings.Enabled }), Left);
}
