namespace AspireMl.Contracts.Training;

/// <summary>What a check of the data means for a run.</summary>
public static class CheckSeverities
{
    /// <summary>Nothing is wrong.</summary>
    public const string Passed = "passed";

    /// <summary>Worth knowing; the run goes on.</summary>
    public const string Warning = "warning";

    /// <summary>Nothing may be learned from such data.</summary>
    public const string Stop = "stop";
}
