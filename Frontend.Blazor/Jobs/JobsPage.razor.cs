using System.Globalization;
using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Jobs;
using AspireMl.Contracts.Paging;
using Microsoft.AspNetCore.Components;

namespace AspireMl.Frontend.Blazor.Jobs;

/// <summary>The jobs, as they come and go.</summary>
public sealed partial class JobsPage
{
    const int PageSize = 25;

    Page<JobRecord>? _page;
    IReadOnlyDictionary<string, long> _counts = new Dictionary<string, long>();
    (string? Status, string? Cursor) _shown;

    [Inject] JobClient Jobs { get; set; } = default!;

    /// <summary>Only jobs of this status.</summary>
    [SupplyParameterFromQuery] public string? Status { get; set; }

    /// <summary>Where the page before this one ended.</summary>
    [SupplyParameterFromQuery] public string? Cursor { get; set; }

    /// <inheritdoc/>
    protected override TimeSpan Pause => TimeSpan.FromSeconds(2);

    string? Chosen => JobStatuses.All.Contains(Status ?? "") ? Status : null;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (Ready && _shown != (Chosen, Cursor))
        {
            _page = null;
            await RefreshAsync();
        }
    }

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        _shown = (Chosen, Cursor);
        (_counts, _page) = (await Jobs.CountAsync(Left), await Jobs.ListAsync(Chosen, Cursor, PageSize, Left));
    }

    Task CancelAsync(Guid jobId) => DoAsync(() => Jobs.CancelAsync(jobId, Left));

    string Count(string? status) =>
        (status is null ? _counts.Values.Sum() : _counts.GetValueOrDefault(status)).ToString("N0", CultureInfo.InvariantCulture);

    string Address(string? cursor) =>
        "jobs" + (Chosen, cursor) switch
        {
            (null, null) => "",
            (null, _) => $"?cursor={cursor}",
            (_, null) => $"?status={Chosen}",
            _ => $"?status={Chosen}&cursor={cursor}",
        };
}
