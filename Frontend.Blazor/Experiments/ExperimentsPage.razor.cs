using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Paging;
using AspireMl.Contracts.Training;
using AspireMl.Frontend.Blazor.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AspireMl.Frontend.Blazor.Experiments;

/// <summary>Runs side by side, and one classifier closely.</summary>
public sealed partial class ExperimentsPage
{
    const int MostCompared = 4;
    const int PageSize = 50;

    readonly List<Guid> _chosen = [];
    Page<Experiment>? _experiments;
    ExperimentComparison? _comparison;
    TrainingRun? _closer;
    string? _shown;

    [Inject] ExperimentClient Experiments { get; set; } = default!;

    [Inject] TrainingClient Training { get; set; } = default!;

    [Inject] IJSRuntime Js { get; set; } = default!;

    /// <summary>Where the page before this one ended.</summary>
    [SupplyParameterFromQuery] public string? Cursor { get; set; }

    /// <inheritdoc/>
    protected override TimeSpan Pause => TimeSpan.FromSeconds(10);

    IEnumerable<Experiment> Chosen => (_experiments?.Items ?? []).Where(experiment => _chosen.Contains(experiment.RunId));

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (Ready && _shown != Cursor)
        {
            _experiments = null;
            await RefreshAsync();
        }
    }

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        _shown = Cursor;
        var first = _experiments is null;
        _experiments = await Experiments.ListAsync(cursor: Cursor, limit: PageSize, cancellation: Left);
        if (first)
        {
            await ChooseAsync(_experiments.Items.Where(experiment => experiment.Metrics.Count > 0));
        }
    }

    // The newest ones of one model are what somebody most likely wants to compare.
    Task ChooseAsync(IEnumerable<Experiment> finished)
    {
        _chosen.Clear();
        _chosen.AddRange(finished.GroupBy(experiment => experiment.Model).Take(1).SelectMany(experiments => experiments.Take(2)).Select(experiment => experiment.RunId));
        return CompareAsync();
    }

    Task ToggleAsync(Guid runId) => DoAsync(() =>
    {
        if (!_chosen.Remove(runId))
        {
            _chosen.Add(runId);
        }

        return CompareAsync();
    });

    async Task CompareAsync()
    {
        _comparison = _chosen.Count > 1 ? await Experiments.CompareAsync(_chosen, Left) : null;
        if (_closer is null || !_chosen.Contains(_closer.RunId))
        {
            _closer = _chosen.Count > 0 ? await Training.GetAsync(_chosen[0], Left) : null;
        }
    }

    async Task LookAsync(Guid runId) => _closer = await Training.GetAsync(runId, Left);

    async Task SaveAsync()
    {
        using var file = new MemoryStream();
        await Experiments.ExportAsync("csv", file, cancellation: Left);
        file.Position = 0;
        await Js.SaveCsvAsync("experiments.csv", file);
    }
}
