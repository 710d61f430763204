namespace AspireMl.ServiceDefaults.Health;

/// <summary>Tags of health checks.</summary>
public static class HealthTags
{
    /// <summary>The check says whether the process works at all: it counts for <c>/alive</c> too, not for <c>/health</c> alone.</summary>
    public const string Live = "live";

    /// <summary>
    /// Without what the check looks at, the service can answer nothing: it always counts for <c>/ready</c>. Other checks, those of
    /// servers among them, count there until the service was well for the first time.
    /// </summary>
    public const string Needed = "needed";
}
