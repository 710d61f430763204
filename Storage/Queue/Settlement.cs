namespace AspireMl.Storage.Queue;

/// <summary>What becomes of a message after its handler.</summary>
public abstract record Settlement
{
    Settlement()
    {
    }

    /// <summary>It is done, and gone.</summary>
    public static Settlement Done { get; } = new Completed();

    /// <summary>It is delivered again after the delay, or a little later.</summary>
    public static Settlement Again(TimeSpan delay) => new Retried(delay);

    /// <summary>It goes to the dead letters.</summary>
    /// <param name="reason">Why, a sentence.</param>
    public static Settlement Dead(string reason) => new Rejected(reason);

    internal sealed record Completed : Settlement;

    internal sealed record Retried(TimeSpan Delay) : Settlement;

    internal sealed record Rejected(string Reason) : Settlement;
}
