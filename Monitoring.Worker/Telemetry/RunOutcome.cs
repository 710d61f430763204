namespace AspireMl.Monitoring.Worker.Telemetry;

/// <summary>What came of a run of a monitor; few words, so that they may label a metric.</summary>
static class RunOutcome
{
    public const string Quiet = "quiet";
    public const string Flagged = "flagged";
    public const string NotJudged = "not_judged";
    public const string Failed = "failed";

    public static IReadOnlyList<string> All { get; } = [Quiet, Flagged, NotJudged, Failed];
}
