using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Schedules;
using Microsoft.AspNetCore.Components;

namespace AspireMl.Frontend.Blazor.Schedules;

/// <summary>Lists what is done by itself, and lets a person change it.</summary>
public sealed partial class SchedulesPage
{
    IReadOnlyList<ScheduleRecord>? _schedules;
    IReadOnlyList<string> _models = [];
    ScheduleDraft? _draft;
    string? _refused;

    [Inject] ScheduleClient Schedules { get; set; } = default!;

    [Inject] DatasetClient Datasets { get; set; } = default!;

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        if (_models.Count == 0)
        {
            // What can be learned is what there are rows for.
            _models = [.. (await Datasets.ListAsync(Left)).Select(dataset => dataset.Name)];
        }

        _schedules = await Schedules.ListAsync(Left);
    }

    void Open(ScheduleDraft? draft) => (_draft, _refused) = (draft, null);

    Task SaveAsync() => ChangeAsync(draft => Schedules.PutAsync(draft.Name.Trim(), draft.ToSettings(), Left));

    Task DeleteAsync() => ChangeAsync(draft => Schedules.DeleteAsync(draft.Name, Left));

    // What is wrong with a schedule is said where it is typed.
    Task ChangeAsync(Func<ScheduleDraft, Task> change) => DoAsync(async () =>
    {
        try
        {
            await change(_draft!);
            Open(null);
        }
        catch (ApiException refusal)
        {
            _refused = refusal.Message;
        }
    });

    Task<ScheduleRecord> ToggleAsync(ScheduleRecord schedule) =>
        schedule.Paused ? Schedules.ResumeAsync(schedule.Name, Left) : Schedules.PauseAsync(schedule.Name, Left);
}
