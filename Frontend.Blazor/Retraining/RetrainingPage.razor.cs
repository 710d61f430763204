using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Paging;
using AspireMl.Contracts.Training;
using Microsoft.AspNetCore.Components;

namespace AspireMl.Frontend.Blazor.Retraining;

/// <summary>Starts runs and lists them.</summary>
public sealed partial class RetrainingPage
{
    const int PageSize = 20;

    Page<TrainingRun>? _runs;
    IReadOnlyList<string> _models = [];
    string _model = "";
    string _reason = "";
    string? _shown;

    [Inject] TrainingClient Training { get; set; } = default!;

    [Inject] DatasetClient Datasets { get; set; } = default!;

    [Inject] NavigationManager Navigation { get; set; } = default!;

    /// <summary>Where the page before this one ended.</summary>
    [SupplyParameterFromQuery] public string? Cursor { get; set; }

    /// <inheritdoc/>
    protected override TimeSpan Pause => TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (Ready && _shown != Cursor)
        {
            await RefreshAsync();
        }
    }

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        _shown = Cursor;
        if (_models.Count == 0)
        {
            // What can be learned is what there are rows for.
            _models = [.. (await Datasets.ListAsync(Left)).Select(dataset => dataset.Name)];
            _model = _models.Count > 0 ? _models[0] : "";
        }

        _runs = await Training.ListAsync(cursor: Cursor, limit: PageSize, cancellation: Left);
    }

    Task StartAsync() => DoAsync(async () =>
    {
        var started = await Training.RetrainAsync(_model, new() { Reason = _reason.Trim() }, Left);
        Navigation.NavigateTo($"retraining/{started.RunId}");
    });
}
