using AspireMl.Contracts.Datasets;
using AspireMl.Contracts.Monitoring;
using AspireMl.Contracts.Schedules;
using AspireMl.Monitoring.Worker.Drift;
using AspireMl.Monitoring.Worker.Reports;
using AspireMl.ServiceDefaults.Refusals;

namespace AspireMl.Monitoring.Worker.Monitors;

/// <summary>What a monitor may be.</summary>
static class MonitorRules
{
    const int LongestUrl = 2000;
    const int MostThresholds = 1000;
    const int MostRows = 1_000_000;

    /// <exception cref="RefusalException">The settings break a rule: status 400.</exception>
    public static void Check(MonitorRequest request, bool hasSecret, TimeProvider time)
    {
        var settings = request.Settings;
        Require(IsName(settings.Name), $"name has 1 to {MonitorSettings.LongestName} characters and no control characters.");
        Require(IsName(settings.Model), $"model has 1 to {MonitorSettings.LongestName} characters and no control characters.");
        Require(ReportKinds.All.Contains(settings.Kind), $"kind is one of {string.Join(", ", ReportKinds.All)}.");
        Require(settings.DriftedShare is > 0 and <= 1, "driftedShare is above 0 and at most 1.");
        Require(settings.MinimumRows is >= 1 and <= MostRows, $"minimumRows is from 1 to {MostRows}.");
        Require(settings.Thresholds is { Count: <= MostThresholds }, $"thresholds has at most {MostThresholds} entries.");
        foreach (var threshold in settings.Thresholds)
        {
            Require(threshold is { Name.Length: > 0, Value: >= 0 } && double.IsFinite(threshold.Value), "Each of thresholds has a name and a value of at least 0.");
            CheckMethod(settings.Kind, threshold);
        }

        DriftTests.Parse(settings.Methods);
        CheckTimes(settings, time);
        WindowQuery.Length(settings.Window, default);
        WindowQuery.Reference(settings.Reference, DatasetSplits.Training);
        CheckWebhook(request, hasSecret);
    }

    static void CheckMethod(string kind, MonitorThreshold threshold)
    {
        if (kind != ReportKinds.EmbeddingDrift)
        {
            DriftTests.Parse(threshold.Method);
            return;
        }

        Require(EmbeddingSpaces.All.Contains(threshold.Name), $"The name of a threshold of {kind} is one of {string.Join(", ", EmbeddingSpaces.All)}.");
        Require(threshold.Method is { } method && EmbeddingMethods.All.Contains(method), $"The method of a threshold of {kind} is one of {string.Join(", ", EmbeddingMethods.All)}.");
    }

    static void CheckTimes(MonitorSettings settings, TimeProvider time)
    {
        WindowQuery.Length(settings.Every, default);
        Require(settings.Every is null || settings.Cron is null, "A monitor has either every or cron.");
        Require(settings.Cron is null || (settings.Cron.Length <= CronRule.LongestLength && MonitorTrigger.IsCron(settings.Cron)), CronRule.Sentence);
        Require(settings.TimeZone is not { } zone || (settings.Cron is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)), CronRule.ZoneSentence);
        Require(MonitorTrigger.HasTimes(settings, time), "cron names no time that is still to come.");
    }

    static void CheckWebhook(MonitorRequest request, bool hasSecret)
    {
        if (request.WebhookSecret is { } secret)
        {
            Require(secret.Length is >= MonitorRequest.ShortestSecret and <= MonitorRequest.LongestSecret, $"webhookSecret has {MonitorRequest.ShortestSecret} to {MonitorRequest.LongestSecret} characters.");
        }

        if (request.Settings.WebhookUrl is { } url)
        {
            Require(
                url.Length <= LongestUrl && Uri.TryCreate(url, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", UserInfo: "" },
                $"webhookUrl is an address with http or https, without a password in it, of at most {LongestUrl} characters.");
            Require(hasSecret || request.WebhookSecret is not null, "webhookSecret is missing; what is posted to the webhook is signed with it.");
        }
    }

    static bool IsName(string? name) => name is { Length: >= 1 and <= MonitorSettings.LongestName } && !name.Any(char.IsControl);

    static void Require(bool rule, string sentence)
    {
        if (!rule)
        {
            throw Refusal.Malformed(sentence);
        }
    }
}
