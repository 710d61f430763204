using System.Globalization;
using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Models;
using AspireMl.Contracts.Tabular;
using Microsoft.AspNetCore.Components;

namespace AspireMl.Frontend.Blazor.Predicting;

/// <summary>Predicts from a form or from a file.</summary>
public sealed partial class PredictPage
{
    readonly Dictionary<string, string> _values = [];
    IReadOnlyList<ModelSummary>? _models;
    ModelCard? _card;
    TabularAnswer? _answer;
    string? _error;
    string? _refused;
    bool _ready;
    bool _working;

    [Inject] InferenceClient Inference { get; set; } = default!;

    [Inject] TabularClient Tabular { get; set; } = default!;

    /// <summary>The model to begin with.</summary>
    [SupplyParameterFromQuery] public string? Model { get; set; }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _ready = true;
            await LoadAsync();
            StateHasChanged();
        }
    }

    async Task LoadAsync()
    {
        try
        {
            _models = [.. (await Inference.ListModelsAsync()).Where(model => model.Task is ModelTasks.TabularRegression or ModelTasks.TabularClassification)];
            _error = null;
            Choose(Model);
        }
        catch (ApiException refusal)
        {
            _error = refusal.Message;
        }
    }

    void Choose(string? name)
    {
        var model = _models!.OrderByDescending(model => model.Name == name).FirstOrDefault();
        var champion = model?.Aliases.GetValueOrDefault(ModelAliases.Champion);
        _card = model?.Versions.OrderByDescending(version => version.Version == champion).FirstOrDefault();
        (_answer, _refused) = (null, null);
        FillTypical();
    }

    void FillTypical()
    {
        _values.Clear();
        foreach (var feature in _card?.Tabular?.Features ?? [])
        {
            _values[feature.Name] = feature.Values is { } words ? words[0] : feature.Typical?.ToString("G6", CultureInfo.InvariantCulture) ?? "";
        }
    }

    async Task PredictAsync()
    {
        (_working, _refused) = (true, null);
        StateHasChanged();
        try
        {
            var row = FeatureValues.Row(_card!.Tabular!.Features, feature => _values[feature.Name]);
            _answer = await Tabular.PredictAsync(_card.Name, [row], explain: true);
        }
        catch (ApiException refusal)
        {
            (_answer, _refused) = (null, refusal.Message);
        }

        _working = false;
    }
}
