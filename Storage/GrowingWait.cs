namespace AspireMl.Storage;

/// <summary>Waits between attempts, each longer than the one before.</summary>
/// <param name="First">After the first attempt.</param>
/// <param name="Longest">No wait is longer.</param>
/// <param name="Factor">How many times as long as the one before each is.</param>
public readonly record struct GrowingWait(TimeSpan First, TimeSpan Longest, double Factor = 2)
{
    /// <summary>How long to wait after an attempt.</summary>
    /// <param name="attempts">The attempts so far, 1 or more.</param>
    public TimeSpan After(int attempts) => new((long)Math.Min(First.Ticks * Math.Pow(Factor, attempts - 1), Longest.Ticks));
}
