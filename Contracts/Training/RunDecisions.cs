namespace AspireMl.Contracts.Training;

/// <summary>What a run decided.</summary>
public static class RunDecisions
{
    /// <summary>The retrained model became champion.</summary>
    public const string Promoted = "promoted";

    /// <summary>The retrained model is kept beside the champion.</summary>
    public const string Challenger = "challenger";

    /// <summary>The data failed its checks, so nothing was trained.</summary>
    public const string Stopped = "stopped";
}
