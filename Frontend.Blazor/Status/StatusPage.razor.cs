using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Models;
using AspireMl.Frontend.Blazor.Inference;
using AspireMl.Frontend.Blazor.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AspireMl.Frontend.Blazor.Status;

/// <summary>How the services are, what they did lately, and with which models.</summary>
public sealed partial class StatusPage
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    readonly CancellationTokenSource _left = new();
    IReadOnlyList<ServiceState>? _services;
    IReadOnlyList<ModelSummary>? _models;
    TimeWindow _window = TimeWindow.All[1];
    Activity? _activity;
    string? _error;
    string? _modelsError;
    bool _loading;

    [Inject] InferenceClient Inference { get; set; } = default!;

    [Inject] HealthClient InferenceHealth { get; set; } = default!;

    [Inject] HealthCheckService OwnHealth { get; set; } = default!;

    [Inject] RecentInferences Recent { get; set; } = default!;

    [Inject] BrowserClock Clock { get; set; } = default!;

    [Inject] TimeProvider Time { get; set; } = default!;

    ChartData Throughput => ChartData.Bars("Answers", _activity?.Steps ?? [], Label, step => step.Count);

    ChartData Latency => ChartData.Lines(_activity?.Steps ?? [], Label, ("Median", step => step.MedianMs), ("95th percentile", step => step.P95Ms));

    ChartTable ThroughputTable => new(
        ["From", "Answers"],
        [.. Busy.Select(step => (IReadOnlyList<string>)[Clock.Show(step.Start), $"{step.Count}"])]);

    ChartTable LatencyTable => new(
        ["From", "Median", "95th percentile"],
        [.. Busy.Select(step => (IReadOnlyList<string>)[Clock.Show(step.Start), Duration.Show(step.MedianMs!.Value), Duration.Show(step.P95Ms!.Value)])]);

    IEnumerable<ActivityStep> Busy => (_activity?.Steps ?? []).Where(step => step.Count > 0);

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        await Clock.LearnZoneAsync();
        await LoadAsync();
        _ = KeepFreshAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _left.CancelAsync();
        _left.Dispose();
    }

    string Label(ActivityStep step) => Clock.Local(step.Start).ToString(_window.Length > TimeSpan.FromDays(1) ? "d MMM HH:mm" : "HH:mm");

    async Task ChooseAsync(TimeWindow window)
    {
        _window = window;
        await LoadAsync();
    }

    async Task KeepFreshAsync()
    {
        using var timer = new PeriodicTimer(Pause);
        try
        {
            while (await timer.WaitForNextTickAsync(_left.Token))
            {
                await InvokeAsync(LoadAsync);
            }
        }
        catch (OperationCanceledException)
        {
            // The person has left the page.
        }
    }

    async Task LoadAsync()
    {
        _loading = true;
        StateHasChanged();
        await Task.WhenAll(LoadServicesAsync(), LoadActivityAsync(), LoadModelsAsync());
        _loading = false;
        StateHasChanged();
    }

    async Task LoadServicesAsync()
    {
        var inference = await InferenceHealth.GetAsync(_left.Token);
        var own = await OwnHealth.CheckHealthAsync(_left.Token);
        _services = ServiceState.All(own.Status.ToString(), inference);
    }

    async Task LoadActivityAsync()
    {
        try
        {
            var now = Time.GetUtcNow();
            _activity = Activity.Of(await Recent.SinceAsync(now - _window.Length, _left.Token), now, _window);
            _error = null;
        }
        catch (ApiException refusal)
        {
            _error = refusal.Message;
        }
    }

    async Task LoadModelsAsync()
    {
        try
        {
            _models = await Inference.ListModelsAsync(_left.Token);
            _modelsError = null;
        }
        catch (ApiException refusal)
        {
            // One sentence is enough where the service cannot be reached at all.
            _modelsError = refusal.Status is null ? null : refusal.Message;
        }
    }
}
