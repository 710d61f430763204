using System.Text;
using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Training;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AspireMl.Frontend.Blazor.Experiments;

/// <summary>Runs of image classifiers, side by side and closely.</summary>
public sealed partial class ExperimentsPage
{
    const int MostCompared = 4;
    const int PageSize = 50;

    readonly List<Guid> _chosen = [];
    IReadOnlyList<TrainingRun>? _runs;
    string? _next;
    string? _shown;
    Guid _closer;

    [Inject] TrainingClient Training { get; set; } = default!;

    [Inject] NavigationManager Navigation { get; set; } = default!;

    [Inject] IJSRuntime Js { get; set; } = default!;

    /// <summary>Where the page before this one ended.</summary>
    [SupplyParameterFromQuery] public string? Cursor { get; set; }

    IReadOnlyList<TrainingRun> Compared => [.. (_runs ?? []).Where(run => run.Image?.Evaluation is not null && _chosen.Contains(run.RunId))];

    TrainingRun Closer => Compared.OrderByDescending(run => run.RunId == _closer).First();

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (Ready && _shown != Cursor)
        {
            _chosen.Clear();
            _runs = null;
            await RefreshAsync();
        }
    }

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        _shown = Cursor;
        var page = await Training.ListAsync(cursor: Cursor, limit: PageSize, cancellation: Left);
        var first = _runs is null;
        (_runs, _next) = ([.. page.Items.Where(run => run.Image is not null || run.Request.Image is not null)], page.NextCursor);
        if (first)
        {
            _chosen.AddRange(_runs.Where(run => run.Image?.Evaluation is not null).Take(2).Select(run => run.RunId));
        }
    }

    void Toggle(Guid runId)
    {
        if (!_chosen.Remove(runId))
        {
            _chosen.Add(runId);
        }
    }

    async Task SaveAsync()
    {
        await using var module = await Js.InvokeAsync<IJSObjectReference>("import", "./js/download.js");
        using var content = new DotNetStreamReference(new MemoryStream(Encoding.UTF8.GetBytes(ExperimentText.Csv(Compared))));
        await module.InvokeVoidAsync("save", "experiments.csv", "text/csv", content);
    }
}
