namespace AspireMl.Contracts.Training;

/// <summary>Where a run is.</summary>
public static class RunStatuses
{
    /// <summary>It waits for a worker.</summary>
    public const string Queued = "queued";

    /// <summary>A worker is at it.</summary>
    public const string Running = "running";

    /// <summary>It came to a decision.</summary>
    public const string Finished = "finished";

    /// <summary>It broke off; its message says why.</summary>
    public const string Failed = "failed";

    /// <summary>Someone stopped it.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Queued, Running, Finished, Failed, Cancelled];
}
