using AspireMl.Contracts.Datasets;
using AspireMl.Contracts.Schedules;
using AspireMl.Modeling.ModelPackages;
using Quartz;

namespace AspireMl.Retraining.Worker.Schedules;

/// <summary>What the settings of a schedule must say.</summary>
internal static class ScheduleRules
{
    const int LongestUrl = 2000;

    /// <summary>What is wrong with settings; a sentence each.</summary>
    public static IEnumerable<string> Defects(ScheduleSettings settings, ScheduleOptions options)
    {
        if (!ScheduleKinds.All.Contains(settings.Kind))
        {
            yield return $"kind is one of {string.Join(", ", ScheduleKinds.All)}.";
        }

        if (!ModelName.IsValid(settings.Model))
        {
            yield return $"model has {ModelName.Rule}.";
        }

        if (settings.Cron is not { Length: <= CronRule.LongestLength } || !CronExpression.TryParse(settings.Cron, out _))
        {
            yield return CronRule.Sentence;
        }

        if (settings.TimeZone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            yield return CronRule.ZoneSentence;
        }

        var imports = settings.Kind == ScheduleKinds.Import;
        if (imports ? !DatasetSplits.All.Contains(settings.Split) : settings.Split is not null)
        {
            yield return $"split is one of {string.Join(", ", DatasetSplits.All)} for imports, and left out for others.";
        }

        if (settings.Url is { } url && (!imports || !IsAllowed(url, options)))
        {
            yield return $"url belongs to imports only, is http or https, and its host must be among those of the service's setting Schedules:Hosts ({string.Join(", ", options.Hosts)}).";
        }
    }

    static bool IsAllowed(string url, ScheduleOptions options) =>
        url.Length <= LongestUrl
        && Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && options.Hosts.Contains(address.Host, StringComparer.OrdinalIgnoreCase);
}
