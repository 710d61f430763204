using AspireMl.Contracts.Schedules;

namespace AspireMl.Frontend.Blazor.Schedules;

/// <summary>Schedules in words.</summary>
internal static class ScheduleText
{
    /// <summary>Times that are often wanted, as cron expressions.</summary>
    public static IReadOnlyList<(string Title, string Cron)> Usual { get; } =
    [
        ("Every quarter of an hour", "0 0/15 * * * ?"),
        ("Every hour", "0 0 * * * ?"),
        ("Every night at half past two", "0 30 2 * * ?"),
        ("Every Monday at six", "0 0 6 ? * MON"),
        ("Every first of the month", "0 0 3 1 * ?"),
    ];

    /// <summary>What is done.</summary>
    public static string Kind(string kind) => kind switch
    {
        ScheduleKinds.Import => "Import rows",
        ScheduleKinds.Training => "Train",
        _ => kind,
    };

    /// <summary>What is done with which model, and where rows come from.</summary>
    public static string Work(ScheduleSettings settings) => settings.Kind == ScheduleKinds.Import
        ? $"Import rows into {settings.Split} of {settings.Model} from {settings.Url ?? "its drop folder"}"
        : $"{Kind(settings.Kind)} {settings.Model}";

    /// <summary>When it is done.</summary>
    public static string When(ScheduleSettings settings)
    {
        var usual = Usual.FirstOrDefault(usual => usual.Cron == settings.Cron).Title ?? settings.Cron;
        return $"{usual}, {settings.TimeZone ?? "UTC"}";
    }
}
