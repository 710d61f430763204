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
    IReadOnlyList<string> _models = [];
    IReadOnlyList<MonitorRecord>? _monitors;
    Page<Alert>? _alerts;
    Page<ReportSummary>? _reports;
    DriftReport? _drift;
    string _model = "";
    string _column = "";
    string _kind = ReportKinds.DataDrift;

    [Inject] MonitoringClient Monitoring { get; set; } = default!;

    [Inject] DatasetClient Datasets { get; set; } = default!;

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        if (_models.Count == 0)
        {
            // What can be watched is what there are reference rows for.
            _models = [.. (await Datasets.ListAsync(Left)).Select(dataset => dataset.Name)];
            _model = _models.Count > 0 ? _models[0] : "";
        }

        if (_model.Length > 0)
        {
            _alerts = await Monitoring.ListAlertsAsync(_model, limit: ShownAlerts, cancellation: Left);
            _monitors = await Monitoring.ListMonitorsAsync(_model, Left);
            _reports = await Monitoring.ListReportsAsync(_model, new() { Kind = _kind, Limit = ShownReports }, Left);
        }
    }

    Task ShowAsync(string model)
    {
        (_model, _alerts, _monitors, _reports, _drift) = (model, null, null, null, null);
        return RefreshAsync();
    }

    Task ShowHistoryAsync(string kind)
    {
        (_kind, _reports) = (kind, null);
        return RefreshAsync();
    }

    async Task CompareAsync()
    {
        _drift = await Monitoring.GetDriftAsync(_model, new() { Window = _draft.Window }, Left);
        _column = _drift.Columns.OrderByDescending(column => column.Drifted).FirstOrDefault()?.Name ?? "";
    }

    Task AddAsync() => DoAsync(() => Monitoring.AddMonitorAsync(new(_draft.ToSettings(_model, Clock.Zone)), Left));

    Task<MonitorRecord> ToggleAsync(MonitorRecord monitor) =>
        Monitoring.ChangeMonitorAsync(monitor.MonitorId, new(monitor.Settings with { Enabled = !monitor.Settings.Enabled }), Left);
}
