using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Models;
using AspireMl.Frontend.Blazor.Charts;
using AspireMl.Frontend.Blazor.Inference;
using Microsoft.AspNetCore.Components;

namespace AspireMl.Frontend.Blazor.Status;

/// <summary>How the services are, what they did lately, and with which models.</summary>
public sealed partial class StatusPage
{
    IReadOnlyList<ServiceState>? _services;
    IReadOnlyList<ModelSummary>? _models;
    TimeWindow _window = TimeWindow.All[1];
    Activity? _activity;
    string? _error;
    string? _modelsError;

    [Inject] InferenceClient Inference { get; set; } = default!;

    [Inject] ServiceBoard Board { get; set; } = default!;

    [Inject] RecentInferences Recent { get; set; } = default!;

    [Inject] TimeProvider Time { get; set; } = default!;

    /// <inheritdoc/>
    protected override TimeSpan Pause => TimeSpan.FromSeconds(15);

    ChartData Throughput => ChartData.Bars("Answers", _activity?.Steps ?? [], Label, step => step.Count);

    ChartData Latency => ChartData.Lines("ms", _activity?.Steps ?? [], Label, ("Median", step => step.MedianMs), ("95th percentile", step => step.P95Ms));

    ChartTable ThroughputTable => new(
        ["From", "Answers"],
        [.. Busy.Select(step => (IReadOnlyList<string>)[Clock.Show(step.Start), $"{step.Count}"])]);

    ChartTable LatencyTable => new(
        ["From", "Median", "95th percentile"],
        [.. Busy.Select(step => (IReadOnlyList<string>)[Clock.Show(step.Start), Duration.Show(step.MedianMs!.Value), Duration.Show(step.P95Ms!.Value)])]);

    IEnumerable<ActivityStep> Busy => (_activity?.Steps ?? []).Where(step => step.Count > 0);

    string Label(ActivityStep step) => Clock.Local(step.Start).ToString(_window.Length > TimeSpan.FromDays(1) ? "d MMM HH:mm" : "HH:mm");

    async Task ChooseAsync(TimeWindow window)
    {
        _window = window;
        await RefreshAsync();
    }

    /// <inheritdoc/>
    protected override Task LoadAsync() => Task.WhenAll(LoadServicesAsync(), LoadActivityAsync(), LoadModelsAsync());

    async Task LoadServicesAsync() => _services = await Board.AskAsync(Left);

    async Task LoadActivityAsync()
    {
        try
        {
            var now = Time.GetUtcNow();
            _activity = Activity.Of(await Recent.SinceAsync(now - _window.Length, Left), now, _window);
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
            _models = await Inference.ListModelsAsync(Left);
            _modelsError = null;
        }
        catch (ApiException refusal)
        {
            // One sentence is enough where the service cannot be reached at all.
            _modelsError = refusal.Status is null ? null : refusal.Message;
        }
    }
}
