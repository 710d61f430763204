namespace AspireMl.Contracts.Jobs;

/// <summary>What may become of a job: queued → running → finished, failed or cancelled; running → queued when it is given back.</summary>
public static class JobStatuses
{
    /// <summary>It waits for a worker.</summary>
    public const string Queued = "queued";

    /// <summary>A worker has it.</summary>
    public const string Running = "running";

    /// <summary>It has a result.</summary>
    public const string Finished = "finished";

    /// <summary>It has no result and will get none; the message says why.</summary>
    public const string Failed = "failed";

    /// <summary>Someone cancelled it before it had a result.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Queued, Running, Finished, Failed, Cancelled];
}
