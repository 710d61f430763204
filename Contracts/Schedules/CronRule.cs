namespace AspireMl.Contracts.Schedules;

/// <summary>How times are written that come again and again.</summary>
public static class CronRule
{
    /// <summary>Most characters of a cron expression.</summary>
    public const int LongestLength = 120;

    /// <summary>What a cron expression looks like.</summary>
    public const string Sentence = "cron needs six fields from second to day of the week, for example 0 30 2 * * ?.";

    /// <summary>What a time zone looks like.</summary>
    public const string ZoneSentence = "timeZone is the name of a zone, for example Europe/Berlin.";
}
