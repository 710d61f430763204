namespace AspireMl.ServiceDefaults.Health;

/// <summary>Tags of health checks.</summary>
public static class HealthTags
{
    /// <summary>The check says whether the process works at all: it counts for <c>/alive</c> too, not for <c>/health</c> alone.</summary>
    public const string Live = "live";
}
