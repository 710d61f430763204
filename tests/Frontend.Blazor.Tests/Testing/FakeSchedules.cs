using AspireMl.Contracts.Schedules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace AspireMl.Frontend.Blazor.Tests.Testing;

/// <summary>The schedules' part of the HTTP contract.</summary>
internal sealed class FakeSchedules
{
    static readonly DateTimeOffset Start = new(2026, 11, 21, 8, 30, 0, TimeSpan.Zero);

    public List<ScheduleRecord> Schedules { get; } = [];

    /// <summary>Answered instead of a change while set.</summary>
    public IResult? Refusal { get; set; }

    public static ScheduleRecord Training { get; } = new(
        "nightly-training",
        new() { Kind = ScheduleKinds.Training, Model = FakeModels.Name, Cron = "0 30 2 * * ?", TimeZone = "Europe/Berlin" },
        Paused: false,
        Start.AddHours(17),
        new(Start, Start.AddSeconds(41), true, "Run 0198 was started."));

    public static ScheduleRecord Import { get; } = new(
        "laboratory-rows",
        new() { Kind = ScheduleKinds.Import, Model = FakeModels.Name, Cron = "0 5 6,18 ? * MON-FRI", Split = "production", Url = "https://laboratory.example.com/rows.csv" },
        Paused: true,
        null,
        new(Start.AddHours(-2), Start.AddHours(-2), false, "The file ends in the middle of a row."));

    public void Reset()
    {
        Schedules.Clear();
        Refusal = null;
    }

    public void Map(WebApplication app)
    {
        app.MapGet("/v1/schedules", () => Schedules);
        app.MapPut("/v1/schedules/{name}", (string name, ScheduleSettings settings) =>
        {
            if (Refusal is not null)
            {
                return Refusal;
            }

            Schedules.RemoveAll(schedule => schedule.Name == name);
            Schedules.Add(new(name, settings, Paused: false, Start.AddDays(1), LastRun: null));
            return Results.Ok(Schedules[^1]);
        });
        app.MapDelete("/v1/schedules/{name}", (string name) =>
        {
            Schedules.RemoveAll(schedule => schedule.Name == name);
            return Results.NoContent();
        });
        app.MapPost("/v1/schedules/{name}/pause", (string name) => Change(name, schedule => schedule with { Paused = true }));
        app.MapPost("/v1/schedules/{name}/resume", (string name) => Change(name, schedule => schedule with { Paused = false }));
        app.MapPost("/v1/schedules/{name}/run", (string name) => Change(name, schedule => schedule with { LastRun = Training.LastRun }));
    }

    ScheduleRecord Change(string name, Func<ScheduleRecord, ScheduleRecord> change)
    {
        var place = Schedules.FindIndex(schedule => schedule.Name == name);
        return Schedules[place] = change(Schedules[place]);
    }
}
