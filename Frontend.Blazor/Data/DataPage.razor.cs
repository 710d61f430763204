using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Datasets;
using AspireMl.Contracts.Paging;
using AspireMl.Frontend.Blazor.Charts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace AspireMl.Frontend.Blazor.Data;

/// <summary>What models learn from, and what came back from the field.</summary>
public sealed partial class DataPage
{
    const int DrawnRows = 200;
    const int ShownRows = 25;
    const long MostBytes = 64L << 20;

    IReadOnlyList<DatasetSummary>? _datasets;
    DatasetSummary? _dataset;
    Page<DatasetRecord>? _rows;
    RowsAdded? _added;
    string _split = DatasetSplits.Training;
    string _column = "";
    string? _refused;
    bool _sending;

    [Inject] DatasetClient Datasets { get; set; } = default!;

    IEnumerable<string> Columns => _dataset!.Schema.Features.Select(feature => feature.Name).Prepend(_dataset.Schema.Target.Name);

    // Time runs to the right, the list to the past.
    IReadOnlyList<DatasetRecord> Drawn => [.. (_rows?.Items ?? []).Reverse()];

    ChartData Line => ChartData.Lines("value", Drawn, row => Clock.Show(row.At), (_column, Value));

    ChartTable LineTable => new(["Time", _column], [.. Drawn.Select(row => (IReadOnlyList<string>)[Clock.Show(row.At), RowText.Cell(Cell(row))])]);

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        _datasets = await Datasets.ListAsync(Left);
        _dataset = _datasets.OrderByDescending(dataset => dataset.Name == _dataset?.Name).FirstOrDefault();
        if (_dataset is { } dataset)
        {
            _column = Columns.Contains(_column) ? _column : dataset.Schema.Target.Name;
            _rows = await Datasets.ListRowsAsync(dataset.Name, new() { Split = _split, Limit = DrawnRows }, Left);
        }
    }

    Task ShowAsync(string dataset, string split)
    {
        (_dataset, _split, _rows, _added) = (_datasets!.First(known => known.Name == dataset), split, null, null);
        return RefreshAsync();
    }

    async Task UploadAsync(InputFileChangeEventArgs chosen)
    {
        (_sending, _added, _refused) = (true, null, null);
        StateHasChanged();
        try
        {
            if (chosen.File.Size > MostBytes)
            {
                throw new ApiException($"The file has more than {MostBytes >> 20} MB; send it to POST /v1/datasets/{_dataset!.Name}/rows instead.");
            }

            await using var rows = chosen.File.OpenReadStream(MostBytes, Left);
            _added = await Datasets.AddCsvAsync(_dataset!.Name, _split, rows, Left);
        }
        catch (ApiException refusal)
        {
            _refused = refusal.Message;
        }

        _sending = false;
        await RefreshAsync();
    }

    System.Text.Json.JsonElement Cell(DatasetRecord row) => _column == _dataset!.Schema.Target.Name ? row.Target : row.Features.GetValueOrDefault(_column);

    double? Value(DatasetRecord row) => Cell(row) is { ValueKind: System.Text.Json.JsonValueKind.Number } number ? number.GetDouble() : null;
}
