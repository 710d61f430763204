namespace AspireMl.Storage.Runs;

/// <summary>Whether an attempt may go on.</summary>
public enum RunHold
{
    /// <summary>It may.</summary>
    Held,

    /// <summary>Someone asked the run to stop.</summary>
    CancelRequested,

    /// <summary>Another attempt has the run, or it has ended.</summary>
    Lost,
}
