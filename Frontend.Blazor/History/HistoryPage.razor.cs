using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Inferences;
using AspireMl.Contracts.Paging;
using AspireMl.Frontend.Blazor.Web;
using Microsoft.AspNetCore.Components;

namespace AspireMl.Frontend.Blazor.History;

/// <summary>The list of what was asked and answered.</summary>
public sealed partial class HistoryPage
{
    HistoryQuery _query = new();
    Page<InferenceRecord>? _page;
    IReadOnlyList<string> _models = [];
    string? _error;
    bool _loading;
    bool _interactive;
    string _model = "";
    string _task = "";
    string _verdict = "";
    DateOnly? _from;
    DateOnly? _to;

    [Inject] InferenceClient Inference { get; set; } = default!;

    [Inject] BrowserClock Clock { get; set; } = default!;

    [Inject] HistoryPlace Place { get; set; } = default!;

    [Inject] NavigationManager Navigation { get; set; } = default!;

    /// <summary>Only answers of this model.</summary>
    [SupplyParameterFromQuery] public string? Model { get; set; }

    /// <summary>Only answers of this task.</summary>
    [SupplyParameterFromQuery(Name = "task")] public string? Kind { get; set; }

    /// <summary>Only answers with this verdict.</summary>
    [SupplyParameterFromQuery] public string? Verdict { get; set; }

    /// <summary>First day, ISO 8601.</summary>
    [SupplyParameterFromQuery] public string? From { get; set; }

    /// <summary>Last day, ISO 8601.</summary>
    [SupplyParameterFromQuery] public string? To { get; set; }

    /// <summary>Where the page before this one ended.</summary>
    [SupplyParameterFromQuery] public string? Cursor { get; set; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var query = new HistoryQuery { Model = Model ?? "", Task = Kind ?? "", Verdict = Verdict ?? "", From = Day(From), To = Day(To), Cursor = Cursor ?? "" };
        (_model, _task, _verdict, _from, _to) = (query.Model, query.Task, query.Verdict, query.From, query.To);
        if (_interactive && query != _query)
        {
            _query = query;
            await LoadAsync();
        }

        _query = query;
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        await Clock.LearnZoneAsync();
        _interactive = true;
        await LoadAsync();
        await LoadModelsAsync();
        StateHasChanged();
    }

    static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? day : null;

    void Narrow() => Navigation.NavigateTo(new HistoryQuery { Model = _model, Task = _task, Verdict = _verdict, From = _from, To = _to }.Address);

    async Task LoadAsync()
    {
        var query = _query;
        (_loading, _error) = (true, null);
        Place.Address = query.Address;
        StateHasChanged();
        var (page, error) = await ListAsync(query);
        // An answer to a question that is not asked any more would stand in the place of the new one's.
        if (query == _query)
        {
            (_page, _error, _loading) = (page, error, false);
            StateHasChanged();
        }
    }

    async Task<(Page<InferenceRecord>? Page, string? Error)> ListAsync(HistoryQuery query)
    {
        try
        {
            return (await Inference.ListInferencesAsync(query.ToFilter(Clock)), null);
        }
        catch (ApiException refusal)
        {
            return (null, refusal.Message);
        }
    }

    async Task LoadModelsAsync()
    {
        try
        {
            _models = [.. (await Inference.ListModelsAsync()).Select(model => model.Name).Distinct().Order(StringComparer.Ordinal)];
        }
        catch (ApiException)
        {
            // The filter works without the names of the models, and the list has already said what is wrong.
        }
    }
}
